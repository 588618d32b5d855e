import Select from 'antd/es/select';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../../api/client';
import type { Project, ScheduleRow } from '../../../api/types';
import type { ScheduleSearch } from '../../../app/search';
import { Choices } from '../../../components/Choices';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { countable, useMilestones } from '../planning/useMilestones';
import { HOLDS, ROW_FILTERS, type RowFilter } from '../schedule/filters';
import { Chart } from './Chart';
import { inOrderOfDays, type Marker, SCALES } from './geometry';
import '../../../styles/timeline.css';

const route = getRouteApi('/inside/projects/$projectId/schedule');

const KEYS = ['plan', 'doing', 'done', 'waiting', 'critical', 'beyond', 'agreed'] as const;

/** What the colours and lines mean. */
function Legend() {
  const { t } = useI18n();
  return (
    <ul className="timeline-legend">
      {KEYS.map((key) => (
        <li key={key}>
          <i className={`timeline-key timeline-key-${key}`} aria-hidden />
          {t(`timeline.key.${key}`)}
        </li>
      ))}
    </ul>
  );
}

/** Weeks or months, and which rows: both stand in the address. */
function Controls({ items }: { items: readonly ScheduleRow[] }) {
  const { t } = useI18n();
  const { scale = 'weeks', rows: filter = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: Pick<ScheduleSearch, 'scale' | 'rows'>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <span className="panel-actions timeline-actions">
      <Choices
        legend={t('timeline.scale')}
        hideLegend
        value={scale}
        choices={SCALES.map((value) => ({ value, label: t(`timeline.by.${value}`) }))}
        onChange={(next) => set({ scale: next === 'weeks' ? undefined : next })}
      />
      <Select<RowFilter>
        className="schedule-filter"
        aria-label={t('network.filter.label')}
        value={filter}
        options={ROW_FILTERS.map((value) => ({
          value,
          label: `${t(`network.filter.${value}`)} ${items.filter(HOLDS[value]).length}`,
        }))}
        onChange={(next) => set({ rows: next === 'all' ? undefined : next })}
      />
    </span>
  );
}

/** The anchors and milestones of a project in the reader's language. */
function useMarkers(project: Project): Marker[] {
  const { locale } = useI18n();
  const milestones = useMilestones(project.id).data?.items;
  return useMemo(
    () =>
      countable(project, milestones).map(({ name, nameEn, day }) => ({
        name: locale === 'en' && nameEn ? nameEn : name,
        day,
      })),
    [project, milestones, locale],
  );
}

/** The work of a project as bars between its anchors, with the baseline under them; the forecast is the same as a table. */
export function TimelineView({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  const { scale = 'weeks', rows: filter = 'all' } = route.useSearch();
  const query = api.useQuery('get', '/api/projects/{id}/schedule', { params: { path: { id: project.id } } });
  const markers = useMarkers(project);
  const items = query.data?.items;
  const rows = useMemo(() => inOrderOfDays(items?.filter(HOLDS[filter]) ?? []), [items, filter]);
  if (!query.data) return <LoadState query={query} />;
  const titles = new Map(query.data.items.map(({ id, title, titleEn }) => [id, pick(title, titleEn)]));
  return (
    <Panel
      title={t('timeline.title')}
      count={rows.length}
      className="timeline-panel"
      actions={<Controls items={query.data.items} />}
    >
      <div className="timeline-hints">
        <p className="field-hint timeline-keys">{t('timeline.hint')}</p>
        <p>
          <Link to="/projects/$projectId/schedule" params={{ projectId: project.id }} search={{ view: 'schedule' }}>
            {t('timeline.asTable')}
          </Link>
        </p>
      </div>
      <Legend />
      {rows.length === 0 ? (
        <p className="muted">{t('network.empty')}</p>
      ) : (
        <Chart
          {...{ rows, markers, scale, titles }}
          today={query.data.today}
          projectId={project.id}
          label={t('timeline.title')}
        />
      )}
    </Panel>
  );
}
