import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SCHEDULE_VIEWS } from '../../../app/search';
import { Choices } from '../../../components/Choices';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { useI18n } from '../../../i18n';
import { DaysView } from '../planning/DaysView';
import { useProject } from '../useProject';
import { BaselineView } from './BaselineView';
import { ForecastView } from './ForecastView';
import { RecurringView } from './RecurringView';
import '../../../styles/checklist.css';
import '../../../styles/schedule.css';

const TimelineView = lazy(async () => ({ default: (await import('../timeline/TimelineView')).TimelineView }));

const route = getRouteApi('/inside/projects/$projectId/schedule');

/** What the days count from, what is to be expected, how that stands to the baseline, and what comes again. */
export function SchedulePage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const { view = 'days' } = route.useSearch();
  const navigate = route.useNavigate();
  const project = useProject(projectId).data;
  if (!project) return null;
  return (
    <>
      <div className="filters schedule-views">
        <Choices
          legend={t('network.views')}
          hideLegend
          value={view}
          choices={SCHEDULE_VIEWS.map((value) => ({
            value,
            label: value === 'timeline' ? t('timeline.title') : t(`network.view.${value}`),
          }))}
          onChange={(next) => void navigate({ search: { view: next === 'days' ? undefined : next }, replace: true })}
        />
      </div>
      {view === 'days' && <DaysView project={project} />}
      {view === 'timeline' && (
        <Suspense fallback={<PageSkeleton />}>
          <TimelineView project={project} />
        </Suspense>
      )}
      {view === 'schedule' && <ForecastView project={project} />}
      {view === 'baseline' && <BaselineView project={project} />}
      {view === 'recurring' && <RecurringView project={project} />}
    </>
  );
}
