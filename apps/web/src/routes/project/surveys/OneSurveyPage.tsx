import Button from 'antd/es/button';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Survey } from '../../../api/types';
import { question } from '../../../app/question';
import { Leaving } from '../../../components/Leaving';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { LinksPanel } from './LinksPanel';
import { QuestionsPanel } from './QuestionsPanel';
import { ResultsPanel } from './ResultsPanel';
import { SurveySettings } from './SurveySettings';
import { SurveyStanding } from './SurveyStanding';
import { useQuestions } from './useQuestions';
import { showSurvey, useOneSurvey } from './useSurvey';
import '../../../styles/surveys.css';

const route = getRouteApi('/inside/projects/$projectId/surveys/$surveyId');

interface StateProps {
  survey: Survey;
  projectId: string;
  /** Questions that are typed and not saved: nobody is to answer those of before. */
  unsaved: boolean;
}

function StateActions({ survey, projectId, unsaved }: StateProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const path = { params: { path: { id: survey.id } } };
  const open = api.useMutation('post', '/api/surveys/{id}/open', { onSuccess: showSurvey });
  const close = api.useMutation('post', '/api/surveys/{id}/close', { onSuccess: showSurvey });
  const remove = api.useMutation('delete', '/api/surveys/{id}', {
    // What was typed for it has nowhere to go any more.
    onSuccess: () => navigate({ to: '/projects/$projectId/surveys', params: { projectId }, ignoreBlocker: true }),
  });
  const { state, mayManage, mayClose, answers } = survey;
  const ask = (title: string, okText: string) =>
    question.ask({ title, okText, cancelText: t('common.cancel'), danger: true });
  const askToClose = async () => {
    if (await ask(t('survey.closeAsk'), t('survey.close'))) close.mutate(path);
  };
  const askToRemove = async () => {
    if (!(await ask(t('survey.removeAsk'), t('survey.remove')))) return;
    remove.mutate({ params: { ...path.params, header: ifMatch(survey) } });
  };
  return (
    <div className="survey-actions">
      {mayManage && state !== 'open' && (
        <Button
          type={state === 'draft' ? 'primary' : 'default'}
          loading={open.isPending}
          disabled={unsaved}
          onClick={() => open.mutate(path)}
        >
          {t(state === 'draft' ? 'survey.open' : 'survey.reopen')}
        </Button>
      )}
      {mayClose && state === 'open' && (
        <Button loading={close.isPending} onClick={() => void askToClose()}>
          {t('survey.close')}
        </Button>
      )}
      {mayManage && <SurveySettings survey={survey} />}
      {mayManage && answers === 0 && (
        <Button danger type="text" loading={remove.isPending} onClick={() => void askToRemove()}>
          {t('survey.remove')}
        </Button>
      )}
      {mayManage && state !== 'open' && unsaved && <p className="field-hint">{t('survey.openUnsaved')}</p>}
    </div>
  );
}

/** One survey for those who ask: its questions, its links and what came of them. */
export function OneSurveyPage() {
  const { projectId, surveyId } = route.useParams();
  const query = useOneSurvey(surveyId);
  if (!query.data) return <LoadState query={query} />;
  return <OneSurvey key={surveyId} survey={query.data} projectId={projectId} />;
}

function OneSurvey({ survey, projectId }: Omit<StateProps, 'unsaved'>) {
  const { t, pick } = useI18n();
  const questions = useQuestions(survey);
  const isDraft = survey.state === 'draft';
  // Somebody else may open it while its questions are typed: the field keeps its place, and the cursor.
  const first = isDraft || questions.edit !== null;
  const intro = pick(survey.intro ?? '', survey.introEn);
  return (
    <section className="survey-page">
      <Leaving unsaved={questions.unsaved} />
      <header className="survey-head">
        <p className="page-back">
          <Link to="/projects/$projectId/surveys" params={{ projectId }}>
            {t('survey.back')}
          </Link>
        </p>
        <div className="survey-title">
          <h2>{pick(survey.title, survey.titleEn)}</h2>
          <SurveyStanding survey={survey} />
          <span className="tag">{t(survey.named ? 'survey.named' : 'survey.anonymous')}</span>
        </div>
        {intro && <p className="muted survey-intro">{intro}</p>}
        <StateActions {...{ survey, projectId }} unsaved={questions.unsaved} />
      </header>
      <div className="survey-panels">
        <div className="survey-main">
          {first && <QuestionsPanel {...{ survey, questions }} />}
          {!isDraft && <ResultsPanel survey={survey} />}
        </div>
        <div className="survey-side">
          {survey.mayManage && <LinksPanel survey={survey} />}
          {!first && <QuestionsPanel {...{ survey, questions }} />}
        </div>
      </div>
    </section>
  );
}
