import { answerOf, type Answer, type Counts, type Preview, type TemplateOption } from '../../api/types';
import { Choices } from '../../components/Choices';
import { useI18n } from '../../i18n';

interface Props {
  option: TemplateOption;
  value: Answer | undefined;
  leftOut: Preview['leftOut'];
  error?: string;
  onAnswer: (value: Answer | undefined) => void;
}

const UNANSWERED = '∅';

/** What an answer leaves out, in counts; null where it keeps everything. */
function useLeavesOut() {
  const { t } = useI18n();
  return (counts: Counts) => {
    const parts = [
      counts.workItems > 0 && t('counts.workItems', { count: counts.workItems }),
      counts.deliverables > 0 && t('counts.deliverables', { count: counts.deliverables }),
      counts.checks > 0 && t('counts.checks', { count: counts.checks }),
    ].filter(Boolean);
    return parts.length > 0 ? t('start.leavesOut', { what: parts.join(t('common.comma')) }) : null;
  };
}

export function OptionQuestion({ option, value, leftOut, error, onAnswer }: Props) {
  const { t, pick } = useI18n();
  const leavesOut = useLeavesOut();
  const choices = option.choices.map((choice) => ({
    value: String(answerOf(choice)),
    label: pick(choice.name, choice.nameEn),
    hint: leavesOut(choice.leavesOut),
  }));
  const answer = (text: string) => {
    const chosen = option.choices.find((choice) => String(answerOf(choice)) === text);
    onAnswer(chosen && answerOf(chosen));
  };
  return (
    <div className="question">
      <Choices
        legend={pick(option.question, option.questionEn)}
        hint={option.help ? pick(option.help, option.helpEn) : undefined}
        value={value === undefined ? UNANSWERED : String(value)}
        choices={[...choices, { value: UNANSWERED, label: t('start.unanswered') }]}
        onChange={answer}
      />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{t('start.leftOutCount', { count: leftOut.length })}</summary>
          <ul>
            {leftOut.map((row) => (
              <li key={row.place}>
                <span className="muted">{t(`kind.${row.kind}`)}</span> {pick(row.title, row.titleEn)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
