import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import type { SurveySummary } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { NewSurvey } from './NewSurvey';
import { SurveyStanding } from './SurveyStanding';
import '../../../styles/surveys.css';

const route = getRouteApi('/inside/projects/$projectId/surveys');

function SurveyLine({ survey, projectId }: { survey: SurveySummary; projectId: string }) {
  const { t, pick } = useI18n();
  const { id, title, titleEn, named, answers, questions } = survey;
  return (
    <li className="survey-line row-link">
      <span>
        <Link
          className="cover line-title"
          to="/projects/$projectId/surveys/$surveyId"
          params={{ projectId, surveyId: id }}
        >
          {pick(title, titleEn)}
        </Link>
        <small className="muted">
          {t(named ? 'survey.named' : 'survey.anonymous')} · {t('survey.questions', { count: questions })}
        </small>
      </span>
      <SurveyStanding survey={survey} />
      <span className="survey-count">{t('survey.answers', { count: answers })}</span>
    </li>
  );
}

/** The surveys of a project. */
export function SurveysPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const query = api.useQuery('get', '/api/projects/{id}/surveys', { params: { path: { id: projectId } } });
  if (!query.data) return <LoadState query={query} />;
  const { items, mayManage } = query.data;
  return (
    <Panel
      title={t('survey.title')}
      count={items.length}
      actions={mayManage && <NewSurvey projectId={projectId} surveys={query.data} />}
    >
      {items.length === 0 ? (
        <EmptyState title={t('survey.none.title')} text={t(mayManage ? 'survey.none.text' : 'survey.none.read')} />
      ) : (
        <ul className="survey-list">
          {items.map((survey) => (
            <SurveyLine key={survey.id} survey={survey} projectId={projectId} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
