import { type SubmitEvent, useState } from 'react';
import { fieldErrors, problemText } from '../../api/problem';
import type { SurveyPage } from '../../api/types';
import { useI18n } from '../../i18n';
import { isAnswered, missingIn, questionsOf } from './draft.rules';
import { QuestionField } from './QuestionField';
import type { useSurvey } from './useSurvey';

interface Props {
  page: SurveyPage;
  form: ReturnType<typeof useSurvey>;
}

function DataNote({ page }: { page: SurveyPage }) {
  const { t, pick } = useI18n();
  const more = pick(page.dataNote ?? '', page.dataNoteEn);
  return (
    <section className={page.named ? 'survey-note survey-named' : 'survey-note'}>
      <h2>{t('survey.guest.note')}</h2>
      <p>{t(page.named ? 'survey.guest.named' : 'survey.guest.anonymous')}</p>
      <p>{t('survey.guest.use')}</p>
      {more && <p className="survey-lines">{more}</p>}
    </section>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t, locale } = useI18n();
  if (!error) return null;
  const texts = Object.values(fieldErrors(error, locale));
  return (
    <div role="alert" className="survey-alert">
      <strong>{problemText(error, locale) ?? t('survey.guest.failed')}</strong>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Lacking({ missing, consent }: { missing: number; consent: boolean }) {
  const { t } = useI18n();
  if (missing === 0 && consent) return null;
  return (
    <p role="alert" className="survey-alert">
      {missing > 0 ? t('survey.guest.missing', { count: missing }) : t('survey.guest.missingConsent')}
    </p>
  );
}

/** The questions of a survey, and what people are told before they send their answers. */
export function SurveyForm({ page, form }: Props) {
  const { t, pick } = useI18n();
  const [tried, setTried] = useState(false);
  const { draft, consent, waiting, busy } = form;
  const missing = missingIn(page.sections, draft);
  const wanting = new Set(tried ? missing.map(({ id }) => id) : []);
  const all = questionsOf(page.sections);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = missing;
    if (first) document.getElementById(`q-${first.id}`)?.scrollIntoView({ block: 'center' });
    else if (consent) form.send();
  };
  const done = all.filter(({ id }) => isAnswered(draft.values[id])).length;
  return (
    <form className="survey-form" onSubmit={submit} noValidate>
      <DataNote page={page} />
      {page.sections.map(({ id, title, titleEn, questions }) => (
        <section key={id} className="survey-section">
          <h2>{pick(title, titleEn)}</h2>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              value={draft.values[question.id]}
              missing={wanting.has(question.id)}
              onChange={(value) => form.answer(question.id, value)}
            />
          ))}
        </section>
      ))}
      <label className="plain-check">
        <input type="checkbox" checked={consent} onChange={(event) => form.agree(event.target.checked)} />
        {t('survey.guest.consent')}
      </label>
      <Refused error={form.error} />
      {tried && <Lacking missing={missing.length} consent={consent} />}
      {waiting && (
        <p role="status" className="survey-waiting">
          {t('survey.guest.waiting')}
        </p>
      )}
      <button type="submit" className="survey-send" disabled={busy}>
        {t(busy ? 'survey.guest.sending' : 'survey.guest.send')}
      </button>
      <p className="survey-progress">
        {t('survey.guest.progress', { done, all: all.length })}
        <span>{t('survey.guest.kept')}</span>
      </p>
    </form>
  );
}
