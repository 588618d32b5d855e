import { getRouteApi } from '@tanstack/react-router';
import { SCHEDULE_VIEWS } from '../../../app/search';
import { Choices } from '../../../components/Choices';
import { useI18n } from '../../../i18n';
import { DaysView } from '../planning/DaysView';
import { useProject } from '../useProject';
import { BaselineView } from './BaselineView';
import { ForecastView } from './ForecastView';
import { RecurringView } from './RecurringView';
import '../../../styles/checklist.css';
import '../../../styles/schedule.css';

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
      <div className="filters">
        <Choices
          legend={t('network.views')}
          hideLegend
          value={view}
          choices={SCHEDULE_VIEWS.map((value) => ({ value, label: t(`network.view.${value}`) }))}
          onChange={(next) => void navigate({ search: { view: next === 'days' ? undefined : next }, replace: true })}
        />
      </div>
      {view === 'days' && <DaysView project={project} />}
      {view === 'schedule' && <ForecastView project={project} />}
      {view === 'baseline' && <BaselineView project={project} />}
      {view === 'recurring' && <RecurringView project={project} />}
    </>
  );
}
