import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { MonthProps } from './MonthTable';

/** A month on a phone: only the days on which something falls. */
export function DayAgenda({ calendar, month, groupOf }: MonthProps) {
  const { t, pick } = useI18n();
  const days = calendar.agenda(month);
  if (days.length === 0) return <p className="muted">{t('start.monthEmpty')}</p>;
  return (
    <ol className="agenda">
      {days.map((cell) => (
        <li key={cell.day} className={cell.off ? 'off' : undefined}>
          <h3 className="day">
            {formatDay(cell.day)}
            {cell.holiday && <small>{cell.holiday}</small>}
          </h3>
          <ul>
            {cell.anchors.map(({ key, name, nameEn }) => (
              <li key={key} className="month-anchor">
                {pick(name, nameEn)}
              </li>
            ))}
            {cell.items.map((item) => (
              <li key={item.place}>
                {pick(item.title, item.titleEn)} <span className="muted">{groupOf(item)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
