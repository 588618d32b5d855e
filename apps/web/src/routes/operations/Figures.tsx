import type { Operations } from '../../api/types';
import { Fact } from '../../components/Fact';
import { Panel } from '../../components/Panel';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

/** `2:05`, minutes and seconds since an instant (epoch ms). */
function age(since: number): string {
  const seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function Queue({ queue }: { queue: Operations['queue'] }) {
  const { t } = useI18n();
  const place = queue.kind === 'redis' ? t('operations.redis') : t('operations.inProcess');
  const state = queue.reachable
    ? queue.waiting !== null && t('operations.jobs', { count: queue.waiting })
    : t('operations.away');
  return (
    <Fact term={t('operations.queue')}>
      {place}
      {state && <span className="muted"> · {state}</span>}
    </Fact>
  );
}

export function Figures({ now }: { now: Operations }) {
  const { t } = useI18n();
  const counts = [
    [t('operations.due'), now.dueReminders],
    [t('operations.waiting'), now.waitingMails],
    [t('operations.held'), now.heldMails],
    [t('operations.retried'), now.retriedMails],
    [t('operations.dead'), now.deadMails],
    [t('operations.sent'), now.sentMails],
  ] as const;
  return (
    <Panel title={t('operations.figures')} className="operations-figures">
      <dl className="fact-list">
        {counts.map(([term, count]) => (
          <Fact key={term} term={term}>
            {count}
          </Fact>
        ))}
        <Fact term={t('operations.oldest')}>
          {now.oldestDueAt === null ? t('operations.nothing') : age(now.oldestDueAt)}
        </Fact>
        <Fact term={t('operations.sweep')}>
          {now.lastSweepAt === null ? t('operations.never') : formatInstant(now.lastSweepAt)}
        </Fact>
        <Queue queue={now.queue} />
      </dl>
    </Panel>
  );
}
