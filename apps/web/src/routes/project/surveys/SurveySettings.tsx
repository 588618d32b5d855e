import Button from 'antd/es/button';
import { Input, TextArea } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Survey } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Tick } from '../../../components/Tick';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';
import { showSurvey } from './useSurvey';

const fieldsOf = (survey: Survey) => {
  const { title, titleEn, intro, introEn, dataNote, dataNoteEn, named, opensDay, closesDay } = survey;
  const texts = { titleEn: titleEn ?? '', intro: intro ?? '', introEn: introEn ?? '' };
  return { title, ...texts, dataNote: dataNote ?? '', dataNoteEn: dataNoteEn ?? '', named, opensDay, closesDay };
};

type Fields = ReturnType<typeof fieldsOf>;

/** What is blank is cleared. */
const bodyOf = (changes: Partial<Fields>) =>
  Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value]),
  );

const LONG = [
  ['intro', 'introEn'],
  ['dataNote', 'dataNoteEn'],
] as const;

interface FieldsProps {
  fields: Fields;
  answered: boolean;
  errors: Record<string, string>;
  onChange: (part: Partial<Fields>) => void;
}

function Days({ fields, errors, onChange }: Omit<FieldsProps, 'answered'>) {
  const { t } = useI18n();
  return (
    <div className="survey-days">
      <Field label={t('survey.opensDay')} error={errors['/opensDay']} optional>
        {(control) => (
          <DayField control={control} value={fields.opensDay} onChange={(opensDay) => onChange({ opensDay })} />
        )}
      </Field>
      <Field label={t('survey.closesDay')} error={errors['/closesDay']} hint={t('survey.daysHint')} optional>
        {(control) => (
          <DayField control={control} value={fields.closesDay} onChange={(closesDay) => onChange({ closesDay })} />
        )}
      </Field>
    </div>
  );
}

function SettingsFields({ fields, answered, errors, onChange }: FieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('survey.name')} error={errors['/title']}>
        {(control) => (
          <Input {...control} value={fields.title} onChange={(event) => onChange({ title: event.target.value })} />
        )}
      </Field>
      <Field label={t('survey.nameEn')} error={errors['/titleEn']} optional>
        {(control) => (
          <Input {...control} value={fields.titleEn} onChange={(event) => onChange({ titleEn: event.target.value })} />
        )}
      </Field>
      <Days {...{ fields, errors, onChange }} />
      {LONG.flat().map((key) => (
        <Field
          key={key}
          label={t(`survey.${key}`)}
          hint={key === 'dataNote' ? t('survey.dataNoteHint') : undefined}
          error={errors[`/${key}`]}
          optional
        >
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={fields[key]}
              onChange={(event) => onChange({ [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {answered ? (
        <p className="muted">{t('survey.frozenNamed')}</p>
      ) : (
        <Tick checked={fields.named} onChange={(named) => onChange({ named })}>
          {t('survey.isNamed')}
        </Tick>
      )}
    </>
  );
}

/** Its name, when it is answered, and what people are told first. */
export function SurveySettings({ survey }: { survey: Survey }) {
  const { t, locale } = useI18n();
  const { edit, changes, change, refused, end } = useEdit(fieldsOf);
  const save = api.useMutation('patch', '/api/surveys/{id}', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showSurvey(after);
      end();
    },
    onError: refused,
  });
  const close = () => {
    save.reset();
    end();
  };
  return (
    <>
      <Button onClick={() => change(survey, {})}>{t('survey.settings')}</Button>
      {edit && (
        <FormModal
          open
          title={t('survey.settings')}
          confirm={t('common.save')}
          ready={edit.fields.title.trim() !== ''}
          busy={save.isPending}
          error={save.error}
          known={Object.keys(edit.fields).map((key) => `/${key}`)}
          onSubmit={() =>
            save.mutate({
              params: { path: { id: survey.id }, header: ifMatch(edit.seen) },
              body: bodyOf(changes),
            })
          }
          onClose={close}
        >
          <SettingsFields
            fields={edit.fields}
            answered={survey.answers > 0}
            errors={fieldErrors(save.error, locale)}
            onChange={(part) => change(survey, part)}
          />
        </FormModal>
      )}
    </>
  );
}
