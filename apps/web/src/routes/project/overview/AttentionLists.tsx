import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { may, type Project } from '../../../api/types';
import type { ChecklistSearch } from '../../../app/search';
import { DueDay } from '../../../components/DueDay';
import { DeliverableMark } from '../../../components/StatusMark';
import { WorkItemLine } from '../../../components/WorkItemLine';
import { dayAt, formatDay } from '../../../format/dates';
import { roleName } from '../../../format/roles';
import { useI18n } from '../../../i18n';
import type { Overview, WaitingDeliverable } from './types';

interface ListProps {
  title: string;
  total: number;
  /** Said where there is nothing. */
  none: string;
  note?: string;
  more?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

function List({ title, total, none, note, more, lead, children }: ListProps) {
  const id = useId();
  return (
    <section className="checklist-group" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="count">{total}</span>
        {total === 0 && <span className="muted">{none}</span>}
        {note && <span className="muted">{note}</span>}
      </header>
      {lead}
      <ul>{children}</ul>
      {more && <p className="overview-more">{more}</p>}
    </section>
  );
}

function DeliverableLine({ row, project }: { row: WaitingDeliverable; project: Project }) {
  const { t, pick } = useI18n();
  const { id, code, workItem, submittedAt, accepter } = row;
  const waits = submittedAt !== null && t('overview.since', { day: formatDay(dayAt(submittedAt, project.zone)) });
  const by = accepter && t('overview.by', { who: roleName(accepter) });
  return (
    <li className="line row-link">
      <DeliverableMark status="submitted" />
      <span className="line-main">
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId: project.id, itemId: workItem.id }}
          hash={`deliverable-${id}`}
          className="cover line-title"
        >
          {code && <span className="code">{code}</span>}
          {pick(row.title, row.titleEn)}
        </Link>
        <span className="line-where">{pick(workItem.title, workItem.titleEn)}</span>
      </span>
      <span className="line-counts">{[waits, by].filter(Boolean).join(' · ')}</span>
      <span className="line-who">{row.submittedBy}</span>
      <DueDay day={row.dueDay} />
    </li>
  );
}

/** Anchors and milestones that are near, above the work that is. */
function NamedDays({ days }: { days: Overview['days'] }) {
  const { pick } = useI18n();
  if (days.length === 0) return null;
  return (
    <ul className="overview-days">
      {days.map(({ name, nameEn, day }) => (
        <li key={`${day} ${name}`}>
          <strong>{pick(name, nameEn)}</strong> <time dateTime={day}>{formatDay(day)}</time>
        </li>
      ))}
    </ul>
  );
}

/** That there are more, and the way to them for those who accept. */
function ToAcceptMore({ project, toAccept }: { project: Project; toAccept: Overview['toAccept'] }) {
  const { t } = useI18n();
  const { total, items } = toAccept;
  return (
    <>
      {total > items.length && t('overview.firstOf', { count: items.length })}{' '}
      {total > 0 && may(project, 'accept') && (
        <Link to="/acceptance" search={{ project: project.id }}>
          {t('acceptance.toQueue')}
        </Link>
      )}
    </>
  );
}

/** What a manager looks at first: overdue, waiting, to be accepted, and the next fourteen days. */
export function AttentionLists({ project, overview }: { project: Project; overview: Overview }) {
  const { t } = useI18n();
  const { overdue, waiting, toAccept, ahead, days, until } = overview;
  const all = (search: ChecklistSearch, total: number, shown: number) =>
    total > shown && (
      <Link to="/projects/$projectId" params={{ projectId: project.id }} search={search}>
        {t('overview.all', { count: total })}
      </Link>
    );
  const lines = ({ items }: Overview['overdue']) =>
    items.map((row) => <WorkItemLine key={row.id} row={row} projectId={project.id} />);
  return (
    <div className="checklist">
      <List
        title={t('list.overdue')}
        total={overdue.total}
        none={t('overview.noneOverdue')}
        more={all({ overdue: true }, overdue.total, overdue.items.length)}
      >
        {lines(overdue)}
      </List>
      <List
        title={t('status.waiting')}
        total={waiting.total}
        none={t('overview.noneWaiting')}
        more={all({ status: 'waiting' }, waiting.total, waiting.items.length)}
      >
        {lines(waiting)}
      </List>
      <List
        title={t('overview.toAccept')}
        total={toAccept.total}
        none={t('overview.noneToAccept')}
        more={toAccept.total > 0 && <ToAcceptMore project={project} toAccept={toAccept} />}
      >
        {toAccept.items.map((row) => (
          <DeliverableLine key={row.id} row={row} project={project} />
        ))}
      </List>
      <List
        title={t('overview.ahead')}
        note={until === null ? undefined : t('overview.until', { day: formatDay(until) })}
        total={ahead.total}
        none={until === null ? t('overview.resting') : t('overview.noneAhead')}
        lead={<NamedDays days={days} />}
        more={ahead.total > ahead.items.length && t('overview.firstOf', { count: ahead.items.length })}
      >
        {lines(ahead)}
      </List>
    </div>
  );
}
