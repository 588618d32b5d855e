import { Link } from '@tanstack/react-router';
import type { ScheduleRow } from '../../../api/types';
import { useIsPhone } from '../../../app/useIsPhone';
import { formatDay, sameYear } from '../../../format/dates';
import { i18n, useI18n } from '../../../i18n';
import { type Axis, barOf } from './geometry';

interface Props {
  row: ScheduleRow;
  index: number;
  count: number;
  top: number;
  axis: Axis;
  nameWidth: number;
  projectId: string;
  today: string;
  titles: ReadonlyMap<string, string>;
  focusable: boolean;
  onFocus: () => void;
}

/** From one day to another with their weekdays, without the year where it is this year's. */
function daysOf(start: string | null, due: string | null, today: string): string {
  const short = (day: string) => formatDay(day, sameYear(day, today));
  const last = due ?? start;
  if (last === null) return i18n.t('date.none');
  return start && start !== last ? `${short(start)} – ${short(last)}` : short(last);
}

/** The whole row in a sentence, for those who hear it. */
function sentenceOf(row: ScheduleRow, title: string, today: string, titles: ReadonlyMap<string, string>): string {
  const { baselineStartDay, baselineDueDay, predecessors } = row;
  const agreed = daysOf(baselineStartDay, baselineDueDay, today);
  const days = daysOf(row.startDay, row.dueDay, today);
  const before = predecessors.map(({ id }) => titles.get(id) ?? '').join(i18n.t('common.comma'));
  const expected = row.expectedDueDay !== null && row.expectedDueDay !== row.dueDay && row.expectedDueDay;
  return [
    [row.code, title].filter(Boolean).join(' '),
    i18n.t(`status.${row.status}`),
    days,
    row.doneDay && i18n.t('timeline.doneOn', { day: formatDay(row.doneDay) }),
    expected && i18n.t('timeline.expected', { day: formatDay(expected) }),
    row.critical && i18n.t('network.critical'),
    agreed !== days && i18n.t('timeline.baselineIs', { days: agreed }),
    before && i18n.t('network.waitsFor', { titles: before }),
  ]
    .filter(Boolean)
    .join(i18n.t('timeline.pause'));
}

function Bars({ row, axis, sentence }: Pick<Props, 'row' | 'axis'> & { sentence: string }) {
  const plan = barOf(axis, row.startDay, row.dueDay);
  const agreed = barOf(axis, row.baselineStartDay, row.baselineDueDay);
  const { expectedDueDay: expected, dueDay: due } = row;
  const beyond = expected !== null && due !== null && expected > due ? barOf(axis, due, expected) : null;
  return (
    <span className="timeline-bars" style={{ width: axis.width }} title={sentence}>
      {beyond && <i className="timeline-beyond" style={{ left: beyond.x, width: beyond.width }} />}
      {plan && (
        <i
          className={`timeline-bar timeline-${row.status}${row.critical ? ' timeline-critical' : ''}`}
          style={{ left: plan.x, width: plan.width }}
        />
      )}
      {agreed && <i className="timeline-agreed" style={{ left: agreed.x, width: agreed.width }} />}
    </span>
  );
}

/** One work item: its name at the left edge and its bars on the axis; the whole of it leads to the item. */
export function Row({ row, index, count, top, axis, nameWidth, projectId, today, titles, focusable, onFocus }: Props) {
  const { t, pick } = useI18n();
  const phone = useIsPhone();
  const title = pick(row.title, row.titleEn);
  const sentence = sentenceOf(row, title, today, titles);
  return (
    <li style={{ top, width: nameWidth + axis.width }} aria-setsize={count} aria-posinset={index + 1}>
      <Link
        to="/projects/$projectId/items/$itemId"
        params={{ projectId, itemId: row.id }}
        className="timeline-row"
        aria-label={sentence}
        data-row={index}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
        draggable={false}
      >
        <span className="timeline-name" style={{ width: nameWidth }}>
          <span className="timeline-title">
            {row.code && <span className="code">{row.code}</span>}
            {title}
          </span>
          <span className="timeline-days">
            {row.critical && <b>{t('network.critical')}</b>}
            {phone ? daysOf(null, row.dueDay ?? row.startDay, today) : daysOf(row.startDay, row.dueDay, today)}
          </span>
        </span>
        <Bars row={row} axis={axis} sentence={sentence} />
      </Link>
    </li>
  );
}
