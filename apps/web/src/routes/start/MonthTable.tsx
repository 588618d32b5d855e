import type { PreviewItem } from '../../api/types';
import { useI18n } from '../../i18n';
import type { CalendarDay, PlanCalendar } from './monthGrid';

export interface MonthProps {
  calendar: PlanCalendar<PreviewItem>;
  /** `YYYY-MM`. */
  month: string;
  groupOf: (item: PreviewItem) => string;
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const;
/** How many work items a day shows before the others wait behind a click. */
const SHOWN = 3;

function Cell({ cell, groupOf }: { cell: CalendarDay } & Pick<MonthProps, 'groupOf'>) {
  const { t, pick } = useI18n();
  const line = (item: PreviewItem) => (
    <li key={item.place} title={`${pick(item.title, item.titleEn)} · ${groupOf(item)}`}>
      {pick(item.title, item.titleEn)}
    </li>
  );
  const rest = cell.items.slice(SHOWN);
  return (
    <td className={cell.off ? 'off' : undefined}>
      <span className="month-day">
        <time dateTime={cell.day}>{Number(cell.day.slice(8))}</time>
        {cell.holiday && <small>{cell.holiday}</small>}
      </span>
      <ul>
        {cell.anchors.map(({ key, name, nameEn }) => (
          <li key={key} className="month-anchor">
            {pick(name, nameEn)}
          </li>
        ))}
        {cell.items.slice(0, SHOWN).map(line)}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('start.moreItems', { count: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </td>
  );
}

/** One month: work items on the day on which they are due, anchors, and the days on which Taiwan is off. */
export function MonthTable({ calendar, month, groupOf }: MonthProps) {
  const { t } = useI18n();
  return (
    <table className="month-table">
      <caption className="visually-hidden">{t('start.monthCaption', { month: month.replace('-', '/') })}</caption>
      <thead>
        <tr>
          {MONDAY_FIRST.map((weekday) => (
            <th key={weekday} scope="col" className={weekday === 0 || weekday === 6 ? 'off' : undefined}>
              {t(`date.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendar.weeks(month).map((week, row) => (
          <tr key={week.find((cell) => cell)?.day ?? row}>
            {week.map((cell, column) =>
              cell ? <Cell key={cell.day} cell={cell} groupOf={groupOf} /> : <td key={column} className="outside" />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
