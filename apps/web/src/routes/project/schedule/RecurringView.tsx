import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../api/client';
import { may, type Project, type Recurring } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { FormError } from '../../../components/FormError';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { NewRecurringModal } from './NewRecurringModal';
import { useRhythm } from './useRhythm';

function EndButton({ row }: { row: Recurring }) {
  const { t, pick } = useI18n();
  const [open, setOpen] = useState(false);
  const end = api.useMutation('delete', '/api/recurring/{id}', {
    meta: { quiet: true },
    onSuccess: () => setOpen(false),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('recurring.end')}
      </Button>
      <Modal
        open={open}
        title={t('recurring.endTitle', { title: pick(row.title, row.titleEn) })}
        okText={t('recurring.end')}
        cancelText={t('common.cancel')}
        confirmLoading={end.isPending}
        onOk={() => end.mutate({ params: { path: { id: row.id } } })}
        onCancel={() => setOpen(false)}
      >
        <FormError error={end.error} />
        <p>{t('recurring.endText')}</p>
      </Modal>
    </>
  );
}

function Row({ row }: { row: Recurring }) {
  const { t, pick } = useI18n();
  const rhythm = useRhythm();
  const team = row.team ? pick(row.team.name, row.team.nameEn) : t('team.none');
  const who = [team, row.assignee?.name].filter(Boolean).join(' · ');
  return (
    <li className="recurring-row">
      <div>
        <h3>
          {pick(row.title, row.titleEn)}
          {row.endedAt !== null && <span className="tag">{t('recurring.ended')}</span>}
        </h3>
        <ul className="facts">
          <li>
            {rhythm(row)} {row.dueTime}
          </li>
          <li>{row.endDay ? t('recurring.untilIs', { day: formatDay(row.endDay) }) : t('recurring.noEnd')}</li>
          <li>{t(`stage.${row.stage}`)}</li>
          <li>{who}</li>
        </ul>
        <p className="muted">
          {row.nextDay && `${t('recurring.next', { day: formatDay(row.nextDay) })} · `}
          {t('recurring.made', { count: row.made })}
        </p>
      </div>
      {row.mayManage && <EndButton row={row} />}
    </li>
  );
}

/** Work that comes again until a day or an anchor. */
export function RecurringView({ project }: { project: Project }) {
  const { t } = useI18n();
  const [adding, setAdding] = useState(false);
  const query = api.useQuery('get', '/api/projects/{id}/recurring', { params: { path: { id: project.id } } });
  if (!query.data) return <LoadState query={query} />;
  const { items } = query.data;
  const add = may(project, 'recur') && <Button onClick={() => setAdding(true)}>{t('recurring.add')}</Button>;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={t('recurring.empty')} text={t('recurring.emptyText')}>
          {add}
        </EmptyState>
      ) : (
        <Panel title={t('recurring.title')} actions={add}>
          <ul className="recurring-rows">
            {items.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </Panel>
      )}
      {adding && <NewRecurringModal project={project} onClose={() => setAdding(false)} />}
    </>
  );
}
