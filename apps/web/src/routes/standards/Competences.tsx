import type { Standard } from '../../api/types';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { useReading } from './reading';

interface Props {
  title: string;
  list: 'knowledge' | 'skills';
  codes: readonly string[];
}

/** The codes of a task's knowledge or skills, which open to what they say. */
export function Competences({ title, list, codes }: Props) {
  const { t } = useI18n();
  const { standard, here } = useReading();
  if (codes.length === 0) return null;
  const entries = codes.flatMap((code) => standard[list].filter((entry) => entry.code === code));
  return (
    <details className="competences">
      <summary>
        <span>
          {title} <span className="muted">{t('common.entries', { count: codes.length })}</span>
        </span>
        <span className="muted codes">{codes.join(' ')}</span>
      </summary>
      <ul className="coded">
        {entries.map((entry) => (
          <li key={entry.place}>
            <p>
              <EntryCode entry={entry} linked={here !== null} />
              {entry.text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function EntryCode({ entry, linked }: { entry: Standard['knowledge'][number]; linked: boolean }) {
  if (!linked) return <span className="code">{entry.code}</span>;
  return (
    <a className="code" href={`#${anchorOf(entry.place)}`}>
      {entry.code}
    </a>
  );
}
