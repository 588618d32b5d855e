import { api } from '../../../api/client';
import { answerOf, type Project, type Template } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { LoadState } from '../../../components/LoadState';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { answerIn, givenDay, type ReplanDraft } from './replan-draft';

interface Props {
  project: Project;
  draft: ReplanDraft;
  change: (part: Partial<ReplanDraft>) => void;
}

const UNANSWERED = '∅';

function EventDays({ project, draft, change }: Props) {
  const { t } = useI18n();
  return (
    <div className="field-pair">
      <Field label={t('project.opening')}>
        {(control) => (
          <DayField
            control={control}
            allowClear={false}
            value={draft.opening ?? project.openingDay}
            onChange={(opening) => change({ opening: opening ?? undefined })}
          />
        )}
      </Field>
      <Field label={t('project.closing')}>
        {(control) => (
          <DayField
            control={control}
            allowClear={false}
            value={draft.closing ?? project.closingDay}
            onChange={(closing) => change({ closing: closing ?? undefined })}
          />
        )}
      </Field>
    </div>
  );
}

function OtherDays({ project, draft, change }: Props) {
  const { t, pick } = useI18n();
  const others = project.anchors.filter(({ key }) => key !== 'opening' && key !== 'closing');
  return (
    <div className="replan-anchors">
      {others.map(({ key, name, nameEn, day, given }) => (
        <Field key={key} label={pick(name, nameEn)}>
          {(control) => (
            <DayField
              control={control}
              value={givenDay(draft, project, key)}
              placeholder={given ? t('start.defaultLater') : t('start.defaultDay', { day: formatDay(day) })}
              onChange={(to) => change({ anchors: { ...draft.anchors, [key]: to } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function Questions({ project, draft, change, options }: Props & { options: Template['options'] }) {
  const { t, pick } = useI18n();
  return options.map((option) => {
    const answer = answerIn(draft, project, option.key);
    const choices = option.choices.map((choice) => ({
      value: String(answerOf(choice)),
      label: pick(choice.name, choice.nameEn),
    }));
    const take = (text: string) => {
      const chosen = option.choices.find((choice) => String(answerOf(choice)) === text);
      change({ options: { ...draft.options, [option.key]: chosen ? answerOf(chosen) : null } });
    };
    return (
      <Choices
        key={option.key}
        legend={pick(option.question, option.questionEn)}
        value={answer === undefined ? UNANSWERED : String(answer)}
        choices={[...choices, { value: UNANSWERED, label: t('start.unanswered') }]}
        onChange={take}
      />
    );
  });
}

export function ReplanAnswers(props: Props) {
  const { t } = useI18n();
  const slug = props.project.template.slug;
  const template = api.useQuery('get', '/api/templates/{slug}', { params: { path: { slug } } });
  return (
    <>
      <p className="field-hint">{t('replan.answersTitle')}</p>
      <EventDays {...props} />
      <OtherDays {...props} />
      {template.data ? <Questions {...props} options={template.data.options} /> : <LoadState query={template} />}
    </>
  );
}
