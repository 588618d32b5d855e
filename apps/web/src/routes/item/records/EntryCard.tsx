import { may, type Project, type RecordEntry } from '../../../api/types';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { MakeLesson } from '../../lessons/MakeLesson';
import { ActionRow } from './ActionRow';
import { EditEntry, RemoveEntry } from './EditEntry';

interface Props {
  entry: RecordEntry;
  project: Project;
  /** Unfolded at first. */
  open: boolean;
}

function Told({ entry }: { entry: RecordEntry }) {
  const { t } = useI18n();
  const { place, present, notes, decisions } = entry;
  return (
    <>
      {(place || present) && (
        <dl className="record-facts">
          {place && (
            <div>
              <dt>{t('record.place')}</dt>
              <dd>{place}</dd>
            </div>
          )}
          {present && (
            <div>
              <dt>{t('record.present')}</dt>
              <dd>{present}</dd>
            </div>
          )}
        </dl>
      )}
      {notes && <p className="record-notes">{notes}</p>}
      {decisions.length > 0 && (
        <section>
          <h4>{t('record.decisions')}</h4>
          <ol className="record-decisions">
            {decisions.map((decision, at) => (
              <li key={at}>{decision}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

export function EntryCard({ entry, project, open }: Props) {
  const { t } = useI18n();
  const { kind, day, title, actions, addedBy, mayEdit } = entry;
  return (
    <li className="record-entry">
      <details open={open}>
        <summary>
          <span className="day">{formatDay(day)}</span>
          <strong>{title}</strong>
          <span className="tag">{t(`record.kind.${kind}`)}</span>
        </summary>
        <Told entry={entry} />
        {actions.length > 0 && (
          <section>
            <h4>{t('record.actions')}</h4>
            <ul className="record-actions">
              {actions.map((action) => (
                <ActionRow key={action.id} action={action} entryId={entry.id} projectId={project.id} />
              ))}
            </ul>
          </section>
        )}
        <footer>
          <small className="muted">{t('record.by', { name: addedBy.name })}</small>
          {may(project, 'write-lessons') && <MakeLesson of="entry" id={entry.id} />}
          {mayEdit && <EditEntry entry={entry} project={project} />}
          {mayEdit && <RemoveEntry entry={entry} />}
        </footer>
      </details>
    </li>
  );
}
