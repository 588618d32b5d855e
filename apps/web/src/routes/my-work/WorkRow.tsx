import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MyWork } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { DueDay } from '../../components/DueDay';
import { StatusMark } from '../../components/StatusMark';
import { useI18n } from '../../i18n';
import { finishOf } from '../../offline/finishing.rules';
import { useRowWithWaiting } from '../../offline/useWaiting';
import { WaitingTag } from '../../offline/WaitingMark';
import type { Ticks } from './useTicks';
import { WorkWords } from './WorkWords';

interface Props {
  row: MyWork;
  ticks: Ticks;
  /** Not said again where the row stands under it. */
  project?: string;
  action?: ReactNode;
}

function Tick({ row, ticks, ticked, title }: Pick<Props, 'row' | 'ticks'> & { ticked: boolean; title: string }) {
  const { t } = useI18n();
  if (!ticked && !finishOf(row)) return <span className="tick-none" aria-hidden />;
  return (
    <button
      type="button"
      className={ticked ? 'tick tick-on' : 'tick'}
      role="checkbox"
      aria-checked={ticked}
      aria-label={t('work.tick', { title })}
      onClick={() => (ticked ? ticks.untick(row) : ticks.tick(row))}
    >
      <svg viewBox="0 0 24 24" aria-hidden>
        <path d="M5 12.5l4.5 4.5L19 7.5" />
      </svg>
    </button>
  );
}

/** What is done at its place: evidence by camera, or handing in. */
function HandIn({ row }: { row: MyWork }) {
  const { t, pick } = useI18n();
  const isPhone = useIsPhone();
  const { next } = row;
  if (next?.how !== 'hand-in' || !next.part) return null;
  const part = pick(next.part.title, next.part.titleEn);
  return (
    <Link
      to="/projects/$projectId/items/$itemId"
      params={{ projectId: row.projectId, itemId: row.id }}
      hash={`deliverable-${next.part.id}`}
      className="work-do"
      aria-label={t(next.needsEvidence ? 'work.photoOf' : 'work.handInOf', { title: part })}
    >
      {t(next.needsEvidence && isPhone ? 'work.photo' : 'work.handIn')}
    </Link>
  );
}

/** One piece of my work: a large tick where one tap finishes it, and the whole of the rest leads to it. */
export function WorkRow({ row: said, ticks, project, action }: Props) {
  const { t, pick } = useI18n();
  const row = useRowWithWaiting(said);
  const ticked = ticks.isTicked(said);
  const title = pick(row.title, row.titleEn);
  const where = [project, row.team && pick(row.team.name, row.team.nameEn)].filter(Boolean).join(' · ');
  return (
    <li className={`work-row row-link${ticked ? ' work-done' : ''}${row.mine ? '' : ' work-pool'}`}>
      {row.mine && <Tick row={said} ticks={ticks} ticked={ticked} title={title} />}
      <span className="work-main">
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId: row.projectId, itemId: row.id }}
          className="cover line-title"
        >
          {row.code && <span className="code">{row.code}</span>}
          {title}
        </Link>
        <span className="line-where">
          {where}
          {row.source === 'own' && <span className="tag">{t('item.own')}</span>}
        </span>
        {!ticked && <WorkWords row={row} />}
        <WaitingTag itemId={row.id} />
      </span>
      <span className="work-side">
        {ticked ? <span className="status">{t('work.ticked')}</span> : <StatusMark status={row.status} />}
        <DueDay day={row.dueDay} time={row.dueTime} overdue={row.overdue && !ticked} />
      </span>
      <span className="work-action">
        {ticked ? (
          <button
            type="button"
            className="work-do"
            aria-label={t('work.untick', { title })}
            onClick={() => ticks.untick(said)}
          >
            {t('common.undo')}
          </button>
        ) : (
          (action ?? <HandIn row={row} />)
        )}
      </span>
    </li>
  );
}
