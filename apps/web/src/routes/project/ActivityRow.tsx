import { Link } from '@tanstack/react-router';
import type { ActivityEntry } from '../../api/types';
import { actionAround, changesOf } from '../../format/activity';
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

function Subject({ entry, projectId, bare }: Pick<Props, 'entry' | 'projectId' | 'bare'>) {
  const { t } = useI18n();
  const { type, id, title } = entry.subject;
  if (type !== 'work-item') return <>{t('activity.what', { title })}</>;
  if (bare) return <>{t('activity.thisItem')}</>;
  return (
    <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: id }}>
      {t('activity.what', { title })}
    </Link>
  );
}

export function ActivityRow({ entry, projectId, zone, bare, names }: Props) {
  const { t } = useI18n();
  const changes = changesOf(entry, names);
  const [before, after] = actionAround(entry.action);
  return (
    <li className="activity-row">
      <time className="day" dateTime={new Date(entry.at).toISOString()}>
        {formatTime(entry.at, zone)}
      </time>
      <div>
        <p>
          <strong>{entry.actor?.name ?? t('activity.system')}</strong> {before}
          {after !== undefined && <Subject entry={entry} projectId={projectId} bare={bare} />}
          {after}
        </p>
        {changes.map(({ field, before: was, after: is }) => (
          <p key={field} className="muted">
            {field}
            {t('common.colon')}
            {was && <del>{was}</del>}
            {was && is && ' → '}
            {is}
          </p>
        ))}
      </div>
    </li>
  );
}
