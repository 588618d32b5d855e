import { Link } from '@tanstack/react-router';
import type { TemporaryPart, WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { Fact } from '../../components/Fact';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { ChecksPanel } from './ChecksPanel';
import { DeliverablesPanel } from './DeliverablesPanel';
import { ItemHeader } from './ItemHeader';
import { Neighbours } from './Neighbours';
import { StatusPanel } from './StatusPanel';
import { useItem } from './useItem';

function Facts({ item }: { item: WorkItem }) {
  const { t } = useI18n();
  return (
    <Panel title={t('item.facts')}>
      <dl className="fact-list">
        <Fact term={t('word.assignee')}>
          {item.assignee?.name ?? <span className="muted">{t('list.unassigned')}</span>}
        </Fact>
        <Fact term={t('word.dueDay')}>
          <DueDay day={item.dueDay} time={item.dueTime} overdue={item.overdue} />
        </Fact>
        {item.startDay && (
          <Fact term={t('word.startDay')}>
            <span className="day">{formatDay(item.startDay)}</span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

/** A work item for temporary staff: what is to be done, without the plan around it. */
export function TemporaryItem({ part, itemId }: { part: TemporaryPart; itemId: string }) {
  const { pick } = useI18n();
  const query = useItem(itemId);
  const item = query.data;
  if (!item) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page item">
      <ItemHeader
        key={`header:${item.id}`}
        item={item}
        back={<Link to="/team-work">{pick(part.team.name, part.team.nameEn)}</Link>}
      />
      <div className="item-columns" key={item.id}>
        <div>
          <StatusPanel item={item} />
          <DeliverablesPanel item={item} zone={part.zone} />
          <ChecksPanel item={item} zone={part.zone} />
        </div>
        <div>
          <Facts item={item} />
          <Neighbours item={item} />
        </div>
      </div>
    </main>
  );
}
