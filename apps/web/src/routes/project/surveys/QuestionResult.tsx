import type { SurveyQuestionResult } from '../../../api/types';
import { useI18n } from '../../../i18n';

function useLabel({ kind }: SurveyQuestionResult) {
  const { t, pick } = useI18n();
  return ({ value, text, textEn }: SurveyQuestionResult['counts'][number]) => {
    if (kind === 'scale') return `${value} ${t(`survey.scale.${value as '1'}`)}`;
    return text === null ? value : pick(text, textEn);
  };
}

/** A bar chart that is the table of its numbers: nothing of it is told by the bars alone. */
function Chart({ question }: { question: SurveyQuestionResult }) {
  const { t, pick } = useI18n();
  const label = useLabel(question);
  const { counts, answered } = question;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <table className="survey-chart">
      <caption className="visually-hidden">{pick(question.text, question.textEn)}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('survey.results.choice')}</th>
          <th scope="col" aria-hidden />
          <th scope="col">{t('survey.results.count')}</th>
          <th scope="col">{t('survey.results.share')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={one.value}>
            <th scope="row">{label(one)}</th>
            <td className="survey-bar" aria-hidden>
              <span style={{ width: `${(one.count / most) * 100}%` }} />
            </td>
            <td>{one.count}</td>
            <td>{answered === 0 ? '–' : `${Math.round((one.count / answered) * 100)}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  const { t } = useI18n();
  if (texts.length === 0) return <p className="muted">{t('survey.results.noTexts')}</p>;
  return (
    <details className="survey-texts" open={texts.length <= 10}>
      <summary>{t('survey.results.texts', { count: texts.length })}</summary>
      <ul>
        {texts.map((text, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

/** How one question was answered. */
export function QuestionResult({ question }: { question: SurveyQuestionResult }) {
  const { t, pick } = useI18n();
  const { kind, text, textEn, answered, notApplicable, mean, nps, texts } = question;
  const written = kind === 'short-text' || kind === 'long-text';
  const facts = [
    ...(mean !== null && nps === null ? [t('survey.results.mean', { mean: mean.toFixed(2) })] : []),
    ...(nps ? [t('survey.results.nps', { score: nps.score }), t('survey.results.npsParts', nps)] : []),
    t('survey.results.answered', { count: answered }),
    ...(notApplicable > 0 ? [t('survey.results.notApplicable', { count: notApplicable })] : []),
  ];
  return (
    <article className="survey-result">
      <h4>{pick(text, textEn)}</h4>
      <p className="survey-facts">{facts.join(' · ')}</p>
      {written ? <Texts texts={texts} /> : <Chart question={question} />}
      {kind === 'several' && <p className="field-hint">{t('survey.results.several')}</p>}
    </article>
  );
}
