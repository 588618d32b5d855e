import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { WorkItemRow } from '../api/types';
import type { Grouping } from '../app/search';
import { workflowName } from '../format/workflows';
import { useI18n } from '../i18n';
import { useRowWithWaiting } from '../offline/useWaiting';
import { WaitingTag } from '../offline/WaitingMark';
import { DueDay } from './DueDay';
import { Tick } from './Tick';
import { StatusMark } from './StatusMark';

interface Props {
  row: WorkItemRow;
  projectId: string;
  /** What the row stands under already, so that it isn't said again. */
  where?: Grouping | 'project';
  project?: string;
  /** Of the line itself, where it is one of a longer list. */
  line?: ComponentProps<'li'>;
  /** Of the link and the box, where arrows go from row to row. */
  tabIndex?: number;
  selected?: boolean;
  /** Shown with a box that can't be ticked: the row is another sub-team's. */
  locked?: boolean;
  onSelect?: (on: boolean) => void;
  action?: ReactNode;
  /** Lies over the end of the line while it is looked at. */
  beside?: ReactNode;
}

const isOpen = ({ status }: WorkItemRow) => status !== 'done' && status !== 'not-applicable';

function Where({ row, where, project }: Pick<Props, 'row' | 'where' | 'project'>) {
  const { t, pick } = useI18n();
  const team = row.team ? pick(row.team.name, row.team.nameEn) : t('team.none');
  const workflow = where === 'workflow' ? t(`stage.${row.stage}`) : workflowName(row.workflow);
  const parts = [project, where === 'team' ? t(`stage.${row.stage}`) : team, !project && workflow];
  return (
    <span className="line-where">
      {parts.filter(Boolean).join(' · ')}
      {row.source === 'own' && <span className="tag">{t('item.own')}</span>}
      {row.status === 'waiting' && row.waitingFor && (
        <span className="line-waits">{t('status.waitingFor', { what: row.waitingFor })}</span>
      )}
    </span>
  );
}

function Counts({ row }: { row: WorkItemRow }) {
  const { t } = useI18n();
  const { deliverables, checks } = row;
  return (
    <span className="line-counts">
      {deliverables.total > 0 && (
        <span>
          {t('word.deliverables')} {deliverables.settled}/{deliverables.total}
        </span>
      )}
      {deliverables.submitted > 0 && <b>{t('list.submitted', { count: deliverables.submitted })}</b>}
      {checks.total > 0 && (
        <span>
          {t('word.checks')} {checks.decided}/{checks.total}
        </span>
      )}
    </span>
  );
}

/** One work item: a row on the desktop, a card-like line on the phone; the whole of it leads to the item. */
export function WorkItemLine(props: Props) {
  const { row: said, projectId, where, project, line, tabIndex, selected, locked, onSelect, action, beside } = props;
  const { t, pick } = useI18n();
  const row = useRowWithWaiting(said);
  const title = pick(row.title, row.titleEn);
  return (
    <li {...line} className={`line row-link line-${row.status}${selected ? ' line-selected' : ''}`}>
      {onSelect && (
        <Tick
          className="line-check"
          aria-label={t('list.selectOne', { title })}
          checked={selected ?? false}
          disabled={locked}
          tabIndex={tabIndex}
          onChange={onSelect}
        />
      )}
      <StatusMark status={row.status} />
      <span className="line-main">
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId, itemId: row.id }}
          tabIndex={tabIndex}
          className="cover line-title"
        >
          {row.code && <span className="code">{row.code}</span>}
          {title}
        </Link>
        <Where row={row} where={where} project={project} />
        <WaitingTag itemId={row.id} />
      </span>
      <Counts row={row} />
      <span className="line-who">
        {where !== 'project' &&
          (row.assignee?.name ?? (isOpen(row) && <span className="muted">{t('list.unassigned')}</span>))}
      </span>
      <DueDay day={row.dueDay} time={row.dueTime} overdue={row.overdue} />
      {action && <span className="line-action">{action}</span>}
      {beside}
    </li>
  );
}
