import { useState } from 'react';
import { api } from '../../../api/client';
import type { Survey, SurveyResults } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { QuestionResult } from './QuestionResult';

type Filter = 'all' | 'personal' | 'hall';

function Figures({ results }: { results: SurveyResults }) {
  const { t } = useI18n();
  const { answers, byLink, invited, responded, rate } = results;
  const figures = [
    { label: t('survey.results.answers'), value: String(answers), more: null },
    ...(rate === null
      ? []
      : [
          {
            label: t('survey.results.rate'),
            value: `${Math.round(rate * 100)}%`,
            more: t('survey.results.rateOf', { responded, invited }),
          },
        ]),
    ...(byLink.hall > 0 ? [{ label: t('survey.results.byHall'), value: String(byLink.hall), more: null }] : []),
  ];
  return (
    <dl className="survey-figures">
      {figures.map(({ label, value, more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sections({ results }: { results: SurveyResults }) {
  const { t, pick } = useI18n();
  return results.sections.map(({ id, title, titleEn, mean, questions }) => (
    <section key={id} className="survey-results-section">
      <h3>
        {pick(title, titleEn)}
        {mean !== null && <small>{t('survey.results.sectionMean', { mean: mean.toFixed(2) })}</small>}
      </h3>
      {questions.map((question) => (
        <QuestionResult key={question.id} question={question} />
      ))}
    </section>
  ));
}

/** What people answered, as charts that are tables. */
export function ResultsPanel({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<Filter>('all');
  const query = api.useQuery(
    'get',
    '/api/surveys/{id}/results',
    { params: { path: { id: survey.id }, query: { links: filter } } },
    { placeholderData: (before: SurveyResults | undefined) => before },
  );
  if (!query.data) return <LoadState query={query} />;
  const results = query.data;
  const { byLink, tooFew } = results;
  const parts = byLink.personal > 0 && byLink.hall > 0;
  const file = (content: string, format: string) =>
    `/api/surveys/${survey.id}/results/file?content=${content}&format=${format}`;
  return (
    <Panel title={t('survey.results.title')} className="survey-results">
      <Figures results={results} />
      {parts && (
        <Choices<Filter>
          legend={t('survey.results.filter')}
          hideLegend
          value={filter}
          choices={[
            { value: 'all', label: t('survey.results.all') },
            { value: 'personal', label: t('survey.results.byPersonal') },
            { value: 'hall', label: t('survey.results.byHall') },
          ]}
          onChange={setFilter}
        />
      )}
      {tooFew && <p className="muted">{t(filter === 'all' ? 'survey.results.tooFew' : 'survey.results.tooFewPart')}</p>}
      <Sections results={results} />
      {!tooFew && (
        <p className="survey-files">
          <a href={file('counts', 'xlsx')} download>
            {t('survey.results.exportCounts')} XLSX
          </a>
          <a href={file('answers', 'xlsx')} download>
            {t('survey.results.exportAnswers')} XLSX
          </a>
          <a href={file('answers', 'csv')} download>
            {t('survey.results.exportAnswers')} CSV
          </a>
        </p>
      )}
    </Panel>
  );
}
