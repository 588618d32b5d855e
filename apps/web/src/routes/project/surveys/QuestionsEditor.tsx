import Button from 'antd/es/button';
import { newKey } from '../../../api/once';
import { QUESTION_KINDS, type SurveyQuestionKind } from '../../../api/types';
import { Field } from '../../../components/Field';
import { Tick } from '../../../components/Tick';
import { useI18n } from '../../../i18n';
import { hasChoices, moved, type TypedQuestion, type TypedSection } from './questions.rules';

interface MovesProps {
  remove: string;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Moves({ remove, onMove, onRemove }: MovesProps) {
  const { t } = useI18n();
  return (
    <div className="survey-moves">
      <Button size="small" type="text" onClick={() => onMove(-1)}>
        {t('survey.asks.up')}
      </Button>
      <Button size="small" type="text" onClick={() => onMove(1)}>
        {t('survey.asks.down')}
      </Button>
      <Button size="small" type="text" danger onClick={onRemove}>
        {remove}
      </Button>
    </div>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, value, onChange }: LineProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          id={control.id}
          className="plain-field"
          maxLength={300}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface QuestionProps extends Omit<MovesProps, 'remove'> {
  question: TypedQuestion;
  onChange: (part: Partial<TypedQuestion>) => void;
}

function QuestionEditor({ question, onChange, ...moves }: QuestionProps) {
  const { t } = useI18n();
  const { kind, text, textEn, required, choices } = question;
  return (
    <li className="survey-editor-question">
      <Line label={t('survey.asks.text')} value={text} onChange={(value) => onChange({ text: value })} />
      <Line label={t('survey.asks.textEn')} value={textEn} onChange={(value) => onChange({ textEn: value })} />
      <div className="survey-editor-row">
        <Field label={t('survey.asks.kind')}>
          {({ id }) => (
            <select
              id={id}
              className="plain-field"
              value={kind}
              onChange={(event) => onChange({ kind: event.target.value as SurveyQuestionKind })}
            >
              {QUESTION_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`survey.kind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Tick checked={required} onChange={(on) => onChange({ required: on })}>
          {t('survey.asks.required')}
        </Tick>
      </div>
      {hasChoices(kind) && (
        <Field label={t('survey.asks.choices')}>
          {({ id }) => (
            <textarea
              id={id}
              className="plain-field"
              rows={5}
              value={choices}
              onChange={(event) => onChange({ choices: event.target.value })}
            />
          )}
        </Field>
      )}
      <Moves remove={t('survey.asks.removeQuestion')} {...moves} />
    </li>
  );
}

const newQuestion = (text: string): TypedQuestion => ({
  ...{ key: newKey(), kind: 'scale', text, textEn: '', required: false, choices: '' },
});

interface SectionProps extends Omit<MovesProps, 'remove'> {
  section: TypedSection;
  onChange: (part: Partial<TypedSection>) => void;
}

function SectionEditor({ section, onChange, ...moves }: SectionProps) {
  const { t } = useI18n();
  const { title, titleEn, questions } = section;
  const change = (at: number, part: Partial<TypedQuestion>) =>
    onChange({ questions: questions.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <section className="survey-editor-section">
      <div className="survey-editor-row">
        <Line label={t('survey.asks.section')} value={title} onChange={(value) => onChange({ title: value })} />
        <Line label={t('survey.asks.sectionEn')} value={titleEn} onChange={(value) => onChange({ titleEn: value })} />
      </div>
      <Moves remove={t('survey.asks.removeSection')} {...moves} />
      <ol className="survey-editor-questions">
        {questions.map((question, at) => (
          <QuestionEditor
            key={question.key}
            question={question}
            onChange={(part) => change(at, part)}
            onMove={(by) => onChange({ questions: moved(questions, at, by) })}
            onRemove={() => onChange({ questions: questions.filter((_, index) => index !== at) })}
          />
        ))}
      </ol>
      <Button onClick={() => onChange({ questions: [...questions, newQuestion(t('survey.asks.newQuestion'))] })}>
        {t('survey.asks.addQuestion')}
      </Button>
    </section>
  );
}

interface Props {
  sections: readonly TypedSection[];
  onChange: (sections: TypedSection[]) => void;
}

/** All questions at once, in plain fields: there may be sixty of them. */
export function QuestionsEditor({ sections, onChange }: Props) {
  const { t } = useI18n();
  const add = () =>
    onChange([...sections, { key: newKey(), title: t('survey.asks.newSection'), titleEn: '', questions: [] }]);
  return (
    <div className="survey-editor">
      {sections.map((section, at) => (
        <SectionEditor
          key={section.key}
          section={section}
          onChange={(part) => onChange(sections.map((one, index) => (index === at ? { ...one, ...part } : one)))}
          onMove={(by) => onChange(moved(sections, at, by))}
          onRemove={() => onChange(sections.filter((_, index) => index !== at))}
        />
      ))}
      <Button onClick={add}>{t('survey.asks.addSection')}</Button>
    </div>
  );
}
