import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

interface MovedRow {
  id: string;
  title: string;
  titleEn: string | null;
  startDay: string | null;
  dueDay: string | null;
  toStartDay: string | null;
  toDueDay: string | null;
  why?: string;
}

/** Rows whose days move, from where to where. */
export function MovedRows({ rows }: { rows: readonly MovedRow[] }) {
  const { t, pick } = useI18n();
  return (
    <ul className="moved-rows">
      {rows.map(({ id, title, titleEn, startDay, dueDay, toStartDay, toDueDay, why }) => {
        const from = dueDay ?? startDay;
        const to = toDueDay ?? toStartDay;
        return (
          <li key={id}>
            <span>{pick(title, titleEn)}</span>
            {from && to && (
              <span className="day">{t('network.move', { from: formatDay(from), to: formatDay(to) })}</span>
            )}
            {why && <small className="muted">{why}</small>}
          </li>
        );
      })}
    </ul>
  );
}
