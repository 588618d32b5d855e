import type { Preview, StartProject } from '../../api/types';
import { Choices } from '../../components/Choices';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';

type Way = NonNullable<StartProject['lateStart']>;
const WAYS: readonly Way[] = ['already-done', 'squeeze', 'leave-out'];

interface Props {
  preview: Preview;
  draft: Draft;
  change: (part: Draft) => void;
  error?: string;
}

/** What a way leads to, in numbers. */
function useEffectWords() {
  const { t } = useI18n();
  return ({ workItems, settled, moved, leftOut, firstDue }: Preview['lateWays'][number]) =>
    [
      t('late.gets', { count: workItems }),
      settled > 0 && t('late.settles', { count: settled }),
      moved > 0 && t('late.moves', { count: moved }),
      leftOut > 0 && t('late.leavesOut', { count: leftOut }),
      firstDue !== null && t('late.firstDue', { day: formatDay(firstDue) }),
    ]
      .filter(Boolean)
      .join(t('late.and'));
}

/** Tenders leave little time: what would be past on the first day is shown, and the manager says what becomes of it. */
export function LateStart({ preview, draft, change, error }: Props) {
  const { t, pick } = useI18n();
  const words = useEffectWords();
  if (preview.late.length === 0) return null;
  const chosen = draft.lateStart ?? WAYS.find((way) => way === preview.lateStart) ?? null;
  const hint = (way: Way) => {
    const told = preview.lateWays.find((one) => one.way === way);
    return (
      <>
        {t(`late.hint.${way}`)}
        {told && <b className="late-counts">{words(told)}</b>}
      </>
    );
  };
  return (
    <section className="question question-late">
      <Choices
        look="list"
        legend={t('late.question', { count: preview.late.length })}
        hint={t('late.why')}
        value={chosen}
        choices={WAYS.map((way) => ({ value: way, label: t(`late.way.${way}`), hint: hint(way) }))}
        onChange={(lateStart) => change({ lateStart })}
      />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <details>
        <summary>{t('late.list')}</summary>
        <ul className="day-list">
          {preview.late.map((row) => (
            <li key={row.place}>
              <span className="day">{formatDay(row.plannedDue)}</span> {pick(row.title, row.titleEn)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
