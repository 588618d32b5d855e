import type { Preview } from '../../api/types';
import { useI18n } from '../../i18n';

/** What is left out, under the reason that it has in common. */
export function LeftOutList({ rows }: { rows: Preview['leftOut'] }) {
  const { t, pick } = useI18n();
  if (rows.length === 0) return <p className="muted">{t('start.nothingLeftOut')}</p>;
  const reasons = [...new Set(rows.map(({ reason }) => pick(reason.zh, reason.en)))];
  return (
    <details className="left-out">
      <summary>
        <h2>{t('start.leftOut')}</h2>
        <span className="muted">{t('start.leftOutRows', { count: rows.length })}</span>
      </summary>
      {reasons.map((reason) => (
        <section key={reason}>
          <h3>{reason}</h3>
          <ul>
            {rows
              .filter((row) => pick(row.reason.zh, row.reason.en) === reason)
              .map((row) => (
                <li key={`${row.kind}:${row.place}`}>
                  <span className="muted">{t(`kind.${row.kind}`)}</span> {pick(row.title, row.titleEn)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
