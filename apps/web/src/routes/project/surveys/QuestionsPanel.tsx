import Button from 'antd/es/button';
import type { Survey } from '../../../api/types';
import { FormError } from '../../../components/FormError';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { QuestionsEditor } from './QuestionsEditor';
import type { QuestionsEdit } from './questions.rules';
import type { Questions } from './useQuestions';

function Asked({ survey }: { survey: Survey }) {
  const { t, pick } = useI18n();
  if (survey.sections.length === 0) return <p className="muted">{t('survey.asks.empty')}</p>;
  return survey.sections.map(({ id, title, titleEn, questions }) => (
    <section key={id} className="survey-asked">
      <h3>{pick(title, titleEn)}</h3>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            {pick(question.text, question.textEn)}
            <small className="muted">
              {t(`survey.kind.${question.kind}`)}
              {question.required && ` · ${t('survey.asks.required')}`}
              {question.choices.length > 0 &&
                ` · ${question.choices.map((choice) => pick(choice.text, choice.textEn)).join(t('common.comma'))}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  ));
}

interface EditingProps {
  questions: Questions;
  edit: QuestionsEdit;
}

function Editing({ questions, edit }: EditingProps) {
  const { t } = useI18n();
  return (
    <>
      <FormError error={questions.error} />
      {edit.moved && (
        <details>
          <summary>{t('survey.asks.moved')}</summary>
          <Asked survey={edit.seen} />
        </details>
      )}
      <QuestionsEditor sections={edit.typed} onChange={questions.change} />
      <div className="survey-actions">
        <Button type="primary" loading={questions.busy} onClick={() => questions.submit(edit)}>
          {t('common.save')}
        </Button>
        <Button onClick={questions.stop}>{t('common.cancel')}</Button>
      </div>
    </>
  );
}

/** The questions. They are edited until somebody has answered. */
export function QuestionsPanel({ survey, questions }: { survey: Survey; questions: Questions }) {
  const { t } = useI18n();
  const { edit } = questions;
  const { mayManage, answers } = survey;
  return (
    <Panel
      title={t('survey.asks.title')}
      className="survey-asks"
      actions={
        mayManage && answers === 0 && !edit && <Button onClick={questions.begin}>{t('survey.asks.edit')}</Button>
      }
    >
      {mayManage && answers > 0 && <p className="muted">{t('survey.asks.frozen', { count: answers })}</p>}
      {edit ? <Editing questions={questions} edit={edit} /> : <Asked survey={survey} />}
    </Panel>
  );
}
