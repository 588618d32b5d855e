import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { api } from '../../../api/client';
import type { PastReplan, Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { formatDay, formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';

const KINDS = ['moves', 'appears', 'falls-away', 'comes-back'] as const;

/** The anchors whose day the re-plan changed. */
function changedDays({ before, after }: PastReplan) {
  const was = new Map(before.anchors.map(({ key, day }) => [key, day]));
  return after.anchors
    .filter(({ key, day }) => was.get(key) !== day)
    .map((anchor) => ({ anchor, from: was.get(anchor.key) }));
}

function Undo({ replan, project }: { replan: PastReplan; project: Project }) {
  const { t } = useI18n();
  const undo = api.useMutation('post', '/api/projects/{id}/replans/{replanId}/undo', {
    onSuccess: ({ restored, removed, setAside, left }) => {
      const done = t('replan.undoneDone', { count: restored + removed + setAside });
      const stays = left.length > 0 && t('replan.undoneLeft', { count: left.length });
      notify.success([done, stays].filter(Boolean).join(t('common.comma')));
    },
  });
  return (
    <Popconfirm
      title={t('replan.undoAsk')}
      okText={t('replan.undo')}
      cancelText={t('common.cancel')}
      onConfirm={() => undo.mutate({ params: { path: { id: project.id, replanId: replan.id } } })}
    >
      <Button loading={undo.isPending}>{t('replan.undo')}</Button>
    </Popconfirm>
  );
}

function Past({ replan, project }: { replan: PastReplan; project: Project }) {
  const { t, pick } = useI18n();
  const counts = KINDS.filter((kind) => replan.counts[kind] > 0);
  return (
    <li className="past-replan">
      <div>
        <p>{t('replan.by', { name: replan.by.name, at: formatInstant(replan.at, project.zone) })}</p>
        <p>{counts.map((kind) => t(`replan.counts.${kind}`, { count: replan.counts[kind] })).join(' · ')}</p>
        {changedDays(replan).map(({ anchor, from }) => (
          <p key={anchor.key} className="muted">
            {t('replan.change', {
              name: pick(anchor.name, anchor.nameEn),
              from: from ? formatDay(from) : t('replan.noDay'),
              to: formatDay(anchor.day),
            })}
          </p>
        ))}
      </div>
      {replan.mayUndo && <Undo {...{ replan, project }} />}
      {replan.undoneAt && (
        <span className="muted">{t('replan.undone', { day: formatInstant(replan.undoneAt, project.zone) })}</span>
      )}
    </li>
  );
}

export function ReplanHistory({ project }: { project: Project }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/projects/{id}/replans', { params: { path: { id: project.id } } });
  return (
    <Panel title={t('replan.history')}>
      {!query.data && <LoadState query={query} />}
      {query.data?.items.length === 0 && <p className="muted">{t('replan.noHistory')}</p>}
      <ul className="past-replans">
        {query.data?.items.map((replan) => (
          <Past key={replan.id} {...{ replan, project }} />
        ))}
      </ul>
    </Panel>
  );
}
