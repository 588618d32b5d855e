import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { NewRule, ReminderRules } from '../../api/types';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { EscalationRow } from './EscalationRow';
import { RuleForm } from './RuleForm';
import { RuleRow } from './RuleRow';
import '../../styles/reminder-rules.css';

interface Props {
  title: string;
  hint: string;
  query: Parameters<typeof LoadState>[0]['query'] & { data?: ReminderRules };
  /** A person's own rules. */
  own?: boolean;
  /** IANA zone of the project; the reader's own where the list has none. */
  zone?: string;
  add: (rule: NewRule) => Promise<unknown>;
}

/** The rules of a project, a work item or oneself, in plain words. */
function RulesPanel({ title, hint, query, own = false, zone, add }: Props) {
  const { t } = useI18n();
  const [adding, setAdding] = useState(false);
  const list = query.data;
  return (
    <Panel
      title={title}
      actions={
        list?.editable && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('reminderRules.add')}
          </Button>
        )
      }
    >
      <p className="field-hint">{hint}</p>
      {!list && <LoadState query={query} />}
      {list?.rules.length === 0 && <p className="muted">{t('reminderRules.none')}</p>}
      <ul className="rules">
        {list?.rules.map((rule) => (
          <RuleRow key={rule.key} {...{ rule, list, own, zone, add }} />
        ))}
        {list?.escalation && <EscalationRow escalation={list.escalation} editable={list.editable} add={add} />}
      </ul>
      {adding && list && (
        <RuleForm
          title={t('reminderRules.add')}
          anchors={list.anchors}
          own={own}
          save={(rule) => add({ rule })}
          close={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}

export function ProjectRules({ projectId, zone }: { projectId: string; zone: string }) {
  const { t } = useI18n();
  const params = { path: { id: projectId } };
  const query = api.useQuery('get', '/api/projects/{id}/reminder-rules', { params });
  const add = api.useMutation('post', '/api/projects/{id}/reminder-rules', { meta: { quiet: true } });
  return (
    <RulesPanel
      title={t('reminderRules.title')}
      hint={t('reminderRules.hint')}
      {...{ query, zone }}
      add={(body) => add.mutateAsync({ params, body })}
    />
  );
}

export function ItemRules({ itemId, zone }: { itemId: string; zone: string }) {
  const { t } = useI18n();
  const params = { path: { id: itemId } };
  const query = api.useQuery('get', '/api/work-items/{id}/reminder-rules', { params });
  const add = api.useMutation('post', '/api/work-items/{id}/reminder-rules', { meta: { quiet: true } });
  return (
    <RulesPanel
      title={t('reminded.rulesTitle')}
      hint={t('reminderRules.hint')}
      {...{ query, zone }}
      add={(body) => add.mutateAsync({ params, body })}
    />
  );
}

export function OwnRules() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/me/reminder-rules');
  const add = api.useMutation('post', '/api/me/reminder-rules', { meta: { quiet: true } });
  return (
    <RulesPanel
      title={t('reminderRules.mine')}
      hint={t('reminderRules.mineHint')}
      query={query}
      own
      add={({ rule, active }) => add.mutateAsync({ body: { rule: rule!, ...(active !== undefined && { active }) } })}
    />
  );
}
