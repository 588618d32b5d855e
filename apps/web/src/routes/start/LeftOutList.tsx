import type { Preview } from '../../api/types';
import { useI18n } from '../../i18n';

type Row = Preview['leftOut'][number];
const CODES: readonly Row['reason']['code'][] = ['option', 'merged', 'late-start', 'already-there'];

/** A short list needs no click. */
const SHOWN_AT_ONCE = 20;

/** Everything that is left out, by what kind of reason, and under the reason that it has in common. */
export function LeftOutList({ rows }: { rows: Preview['leftOut'] }) {
  const { t } = useI18n();
  if (rows.length === 0) return <p className="muted left-out-none">{t('start.nothingLeftOut')}</p>;
  return (
    <details className="left-out" open={rows.length <= SHOWN_AT_ONCE}>
      <summary>
        <h2>{t('start.leftOut')}</h2>
        <span className="muted">{t('start.leftOutRows', { count: rows.length })}</span>
      </summary>
      {CODES.map((code) => {
        const own = rows.filter(({ reason }) => reason.code === code);
        if (own.length === 0) return null;
        return (
          <section key={code}>
            <h3>
              {t(`start.leftOutBy.${code}`)}
              <span className="count">{own.length}</span>
            </h3>
            <Reasons rows={own} />
          </section>
        );
      })}
    </details>
  );
}

function Reasons({ rows }: { rows: readonly Row[] }) {
  const { t, pick } = useI18n();
  const reasons = [...new Set(rows.map(({ reason }) => pick(reason.zh, reason.en)))];
  return reasons.map((reason) => (
    <div key={reason} className="left-out-reason">
      <h4>{reason}</h4>
      <ul>
        {rows
          .filter((row) => pick(row.reason.zh, row.reason.en) === reason)
          .map((row) => (
            <li key={`${row.kind}:${row.place}`}>
              <span className="muted">{t(`kind.${row.kind}`)}</span> {pick(row.title, row.titleEn)}
            </li>
          ))}
      </ul>
    </div>
  ));
}
