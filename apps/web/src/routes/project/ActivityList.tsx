import { api } from '../../api/client';
import { paging } from '../../api/paging';
import type { ActivityEntry } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { namesOf } from '../../format/activity';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { ActivityRow } from './ActivityRow';
import { useProject } from './useProject';
import '../../styles/activity.css';

interface Props {
  projectId: string;
  zone: string | undefined;
  /** Only what concerns this row. */
  subject?: string;
}

function byDay(entries: readonly ActivityEntry[], zone: string | undefined): [string, ActivityEntry[]][] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = dayAt(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

/** Who did what, latest first, by days of the project's zone. */
export function ActivityList({ projectId, zone, subject }: Props) {
  const { t } = useI18n();
  const names = namesOf(useProject(projectId).data);
  const query = api.useInfiniteQuery(
    'get',
    '/api/projects/{id}/activity',
    { params: { path: { id: projectId }, query: { subject } } },
    paging,
  );
  if (!query.data) return <LoadState query={query} />;
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0)
    return subject ? <p className="muted">{t('activity.none')}</p> : <EmptyState title={t('activity.none')} />;
  return (
    <div className="activity">
      {byDay(entries, zone).map(([day, rows]) => (
        <section key={day} aria-label={formatDay(day)}>
          <h3 className="day">{formatDay(day)}</h3>
          <ol>
            {rows.map((entry) => (
              <ActivityRow
                names={names}
                key={entry.id}
                entry={entry}
                projectId={projectId}
                zone={zone}
                bare={subject !== undefined}
              />
            ))}
          </ol>
        </section>
      ))}
      <MoreButton query={query} />
    </div>
  );
}
