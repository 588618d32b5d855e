import { Link } from '@tanstack/react-router';
import type { ActivityEntry } from '../../api/types';
import { actionName, changesOf } from '../../format/activity';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';

interface Props {
  entry: ActivityEntry;
  projectId: string;
  zone: string | undefined;
  /** On the item's own page its title goes without saying. */
  bare: boolean;
  names: ReadonlyMap<string, string>;
}

function Subject({ entry, projectId }: Pick<Props, 'entry' | 'projectId'>) {
  const { type, id, title } = entry.subject;
  if (type !== 'work-item') return <>{title}</>;
  return (
    <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: id }}>
      {title}
    </Link>
  );
}

export function ActivityRow({ entry, projectId, zone, bare, names }: Props) {
  const { t } = useI18n();
  const changes = changesOf(entry, names);
  return (
    <li className="activity-row">
      <time className="day" dateTime={new Date(entry.at).toISOString()}>
        {formatTime(entry.at, zone)}
      </time>
      <div>
        <p>
          <strong>{entry.actor?.name ?? t('activity.system')}</strong> {actionName(entry.action)}{' '}
          {(!bare || entry.subject.type !== 'work-item') && <Subject entry={entry} projectId={projectId} />}
        </p>
        {changes.map(({ field, before, after }) => (
          <p key={field} className="muted">
            {field}
            {t('common.colon')}
            {before && <del>{before}</del>}
            {before && after && ' → '}
            {after}
          </p>
        ))}
      </div>
    </li>
  );
}
