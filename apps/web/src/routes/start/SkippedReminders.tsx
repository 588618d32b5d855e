import type { Preview } from '../../api/types';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';

/** Reminders of the template whose day has passed before the start: nobody gets them. */
export function SkippedReminders({ rows }: { rows: Preview['skippedReminders'] }) {
  const { t, pick } = useI18n();
  if (rows.length === 0) return null;
  return (
    <details className="left-out">
      <summary>
        <h2>{t('reminded.skipped')}</h2>
        <span className="muted">{t('reminded.skippedRows', { count: rows.length })}</span>
      </summary>
      <p className="field-hint">{t('reminded.skippedHint')}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.rule}:${row.place}`}>
            <span className="muted day">{formatDay(row.day)}</span> {pick(row.title, row.titleEn)}
          </li>
        ))}
      </ul>
    </details>
  );
}
