import Button from 'antd/es/button';
import { useState } from 'react';
import { Popconfirm } from '../../components/late';
import type { GivenRule, NewRule, ReminderRule, ReminderRules } from '../../api/types';
import { formatInstant } from '../../format/dates';
import { reminderRuleInWords } from '../../format/reminderRules';
import { useI18n } from '../../i18n';
import { RuleForm } from './RuleForm';
import { rowOf, useChangeRule } from './useChangeRule';

interface Props {
  rule: ReminderRule;
  list: ReminderRules;
  own: boolean;
  zone?: string;
  add: (rule: NewRule) => Promise<unknown>;
}

/** Only what a rule itself says. */
function givenOf({
  when,
  anchor,
  status,
  days,
  workingDays,
  at,
  to,
  subjects,
  expiresAfterDays,
}: ReminderRule): GivenRule {
  return { when, anchor, status, days, workingDays, at, to, subjects, expiresAfterDays };
}

export function RuleRow({ rule, list, own, zone, add }: Props) {
  const { t } = useI18n();
  const next = rule.next === null ? t('reminderRules.noNext') : formatInstant(rule.next, zone);
  return (
    <li className={rule.active ? undefined : 'rule-off'}>
      <div>
        {reminderRuleInWords(rule, list.anchors)}
        {!own && <span className="tag">{t(`reminderRules.source.${rule.from}`)}</span>}
        <p className="muted">
          {rule.active ? (rule.next === null ? next : t('reminderRules.next', { at: next })) : t('reminderRules.isOff')}
        </p>
      </div>
      {list.editable && <RuleActions {...{ rule, list, own, add }} />}
    </li>
  );
}

function RuleActions({ rule, list, own, add }: Omit<Props, 'zone'>) {
  const { t } = useI18n();
  const [editing, setEditing] = useState(false);
  const quiet = useChangeRule({ quiet: true });
  const loud = useChangeRule({ quiet: false });
  const row = rowOf(rule);
  const words = reminderRuleInWords(rule, list.anchors);
  const save = (given: GivenRule) =>
    row ? quiet.edit(row, { rule: given, active: true }) : add({ replaces: rule.key, rule: given });
  const turn = (active: boolean) => {
    const done = row ? loud.edit(row, { active }) : add({ replaces: rule.key, active });
    // Whoever refuses has said so already.
    done.catch(() => undefined);
  };
  return (
    <div className="rule-actions">
      <Button size="small" aria-label={`${t('reminderRules.change')} ${words}`} onClick={() => setEditing(true)}>
        {t('reminderRules.change')}
      </Button>
      <Button size="small" loading={loud.busy} onClick={() => turn(!rule.active)}>
        {rule.active ? t('reminderRules.off') : t('reminderRules.on')}
      </Button>
      {row && (
        <Popconfirm
          title={rule.replaces ? t('reminderRules.restore') : t('reminderRules.removeAsk')}
          okText={rule.replaces ? t('reminderRules.restore') : t('reminderRules.remove')}
          cancelText={t('common.cancel')}
          onConfirm={() => loud.remove(row)}
        >
          <Button size="small">{rule.replaces ? t('reminderRules.restore') : t('reminderRules.remove')}</Button>
        </Popconfirm>
      )}
      {editing && (
        <RuleForm
          title={t('reminderRules.edit')}
          rule={givenOf(rule)}
          anchors={list.anchors}
          {...{ own, save }}
          close={() => setEditing(false)}
        />
      )}
    </div>
  );
}
