import type { ReactNode } from 'react';
import type { Standard } from '../../api/types';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { Errata } from './Errata';
import { errataAt, useReading } from './reading';
import { Row } from './Row';

export const LISTS = ['knowledge', 'skills', 'attitudes', 'notes', 'versions'] as const;
export type ListName = (typeof LISTS)[number];

export const sizeOf = (standard: Standard, list: ListName) =>
  standard[list === 'versions' ? 'versionHistory' : list].length;

function Section({ list, children }: { list: ListName; children: ReactNode }) {
  const { t } = useI18n();
  const { standard } = useReading();
  const count = sizeOf(standard, list);
  if (count === 0) return null;
  return (
    <section className="standard-list-section" id={list} tabIndex={-1}>
      <h2>
        {t(`standard.${list}`)}
        <span className="count">{count}</span>
      </h2>
      <Errata of={errataAt(standard, list)} />
      {children}
    </section>
  );
}

/** The tasks that ask for an entry, by their codes. */
function AskedBy({ list, code }: { list: 'knowledge' | 'skills'; code: string }) {
  const { t } = useI18n();
  const { standard } = useReading();
  const tasks = standard.duties.flatMap((duty) => duty.tasks).filter((task) => task[list].includes(code));
  return (
    <p className="asked-by">
      <span className="visually-hidden">{t('standard.askedBy')}</span>
      {tasks.map((task) => (
        <a key={task.place} href={`#${anchorOf(task.place)}`}>
          {task.code}
        </a>
      ))}
    </p>
  );
}

/** What stands behind the duties: the entries of the codes, attitudes, notes, versions. */
export function StandardLists() {
  const { standard } = useReading();
  const { attitudes, notes, versionHistory } = standard;
  return (
    <>
      {(['knowledge', 'skills'] as const).map((list) => (
        <Section key={list} list={list}>
          <ul className="entries">
            {standard[list].map(({ place, code, text }) => (
              <Row key={place} place={place} code={code} below={<AskedBy list={list} code={code} />}>
                {text}
              </Row>
            ))}
          </ul>
        </Section>
      ))}
      <Section list="attitudes">
        <ul className="entries entries-long">
          {attitudes.map(({ place, code, text, description }) => (
            <Row key={place} place={place} code={code} below={description && <p className="muted">{description}</p>}>
              {text}
            </Row>
          ))}
        </ul>
      </Section>
      <Section list="notes">
        <ul className="prose-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      <Section list="versions">
        <ul className="prose-list">
          {versionHistory.map((one) => (
            <li key={one.version + one.code}>
              {[one.version, one.code, one.name, one.status, one.date, one.note].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
