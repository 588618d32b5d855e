import type { ReactNode } from 'react';
import type { Standard } from '../../api/types';
import { useI18n } from '../../i18n';

function Fold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details>
      <summary>
        <h3>{title}</h3>
        <span className="muted">{count}</span>
      </summary>
      {children}
    </details>
  );
}

function Coded({ rows }: { rows: readonly { code: string; text: string; description?: string | null }[] }) {
  return (
    <ul className="coded">
      {rows.map((row, index) => (
        <li key={index}>
          <span className="code">{row.code}</span>
          <span>
            {row.text}
            {row.description && <small>{row.description}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Errata({ errata }: { errata: Standard['errata'] }) {
  const { t } = useI18n();
  return (
    <ul className="coded">
      {errata.map((one, index) => (
        <li key={index}>
          <span className="code">{one.at}</span>
          <span>
            {one.printed && <>{t('standard.printed', { text: one.printed })} </>}
            {one.reading && <>{t('standard.reading', { text: one.reading })} </>}
            <small>{one.why}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function StandardLists({ standard }: { standard: Standard }) {
  const { t } = useI18n();
  const { knowledge, skills, attitudes, errata, notes, versionHistory } = standard;
  return (
    <section className="duties">
      <Fold title={t('standard.knowledge')} count={knowledge.length}>
        <Coded rows={knowledge} />
      </Fold>
      <Fold title={t('standard.skills')} count={skills.length}>
        <Coded rows={skills} />
      </Fold>
      <Fold title={t('standard.attitudes')} count={attitudes.length}>
        <Coded rows={attitudes} />
      </Fold>
      <Fold title={t('standard.notes')} count={notes.length}>
        <ul className="prose-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Fold>
      <Fold title={t('standard.versions')} count={versionHistory.length}>
        <ul className="coded">
          {versionHistory.map((one) => (
            <li key={one.version + one.code}>
              <span className="code">{one.version}</span>
              <span>{[one.code, one.name, one.status, one.date, one.note].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </Fold>
      <Fold title={t('standard.errata')} count={errata.length}>
        <Errata errata={errata} />
      </Fold>
    </section>
  );
}
