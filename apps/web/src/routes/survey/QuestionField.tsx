import { useId } from 'react';
import type { SurveyPageSection } from '../../api/types';
import { useI18n } from '../../i18n';
import type { Value } from './draft.rules';

type Question = SurveyPageSection['questions'][number];

interface Props {
  question: Question;
  value: Value | undefined;
  missing: boolean;
  onChange: (value: Value) => void;
}

interface PillProps {
  name: string;
  label: string;
  text: string;
  on: boolean;
  several?: boolean;
  onPick: () => void;
}

function Pill({ name, label, text, on, several = false, onPick }: PillProps) {
  return (
    <label className={on ? 'survey-pill survey-pill-on' : 'survey-pill'}>
      <input type={several ? 'checkbox' : 'radio'} name={name} checked={on} aria-label={label} onChange={onPick} />
      <span aria-hidden>{text}</span>
    </label>
  );
}

const SCALE = [1, 2, 3, 4, 5] as const;

function Scale({ question, value, onChange }: Omit<Props, 'missing'>) {
  const { t } = useI18n();
  return (
    <>
      <div className="survey-scale">
        {SCALE.map((number) => {
          const label = `${number} ${t(`survey.scale.${number}`)}`;
          return (
            <Pill
              key={number}
              name={question.id}
              label={label}
              text={String(number)}
              on={value === number}
              onPick={() => onChange(number)}
            />
          );
        })}
      </div>
      <p className="survey-ends" aria-hidden>
        <span>{t('survey.scale.1')}</span>
        <span>{t('survey.scale.5')}</span>
      </p>
      <label className="survey-option survey-na">
        <input type="radio" name={question.id} checked={value === 'na'} onChange={() => onChange('na')} />
        {t('survey.scale.na')}
      </label>
    </>
  );
}

function Nps({ question, value, onChange }: Omit<Props, 'missing'>) {
  const { t } = useI18n();
  return (
    <>
      <div className="survey-nps">
        {Array.from({ length: 11 }, (_, number) => (
          <Pill
            key={number}
            name={question.id}
            label={String(number)}
            text={String(number)}
            on={value === number}
            onPick={() => onChange(number)}
          />
        ))}
      </div>
      <p className="survey-ends">
        <span>0 {t('survey.guest.likely0')}</span>
        <span>10 {t('survey.guest.likely10')}</span>
      </p>
    </>
  );
}

function Options({ question, value, onChange }: Omit<Props, 'missing'>) {
  const { pick } = useI18n();
  const several = question.kind === 'several';
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (id: string) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="survey-options">
      {question.choices.map(({ id, text, textEn }) => (
        <label key={id} className="survey-option">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={question.id}
            checked={several ? chosen.includes(id) : value === id}
            onChange={() => onChange(several ? toggle(id) : id)}
          />
          {pick(text, textEn)}
        </label>
      ))}
    </div>
  );
}

const LONGEST = { 'short-text': 200, 'long-text': 2000 } as const;

/** One question, in native fields: a phone's browser knows them, and so does a screen reader. */
export function QuestionField({ question, value, missing, onChange }: Props) {
  const { t, pick } = useI18n();
  const id = useId();
  const { kind, text, textEn, required } = question;
  const title = (
    <span id={`${id}-title`} className="survey-question-title">
      {pick(text, textEn)}
      {required && <em>{t('survey.guest.required')}</em>}
      {kind === 'several' && <small>{t('survey.guest.optionalSeveral')}</small>}
    </span>
  );
  const more = missing ? 'survey-question survey-missing' : 'survey-question';
  if (kind === 'short-text' || kind === 'long-text') {
    const field = {
      ...{ className: 'plain-field', maxLength: LONGEST[kind], value: typeof value === 'string' ? value : '' },
      'aria-labelledby': `${id}-title`,
    };
    return (
      <div className={more} id={`q-${question.id}`}>
        {title}
        {kind === 'long-text' ? (
          <textarea rows={3} {...field} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...field} onChange={(event) => onChange(event.target.value)} />
        )}
      </div>
    );
  }
  const Body = kind === 'scale' ? Scale : kind === 'nps' ? Nps : Options;
  return (
    <div
      className={more}
      id={`q-${question.id}`}
      role={kind === 'several' ? 'group' : 'radiogroup'}
      aria-labelledby={`${id}-title`}
      aria-invalid={missing || undefined}
    >
      {title}
      <Body question={question} value={value} onChange={onChange} />
    </div>
  );
}
