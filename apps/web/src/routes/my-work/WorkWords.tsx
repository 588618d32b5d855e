import type { MyWork } from '../../api/types';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';

/** What finishes it, or what it still lacks. */
function Step({ row }: { row: MyWork }) {
  const { t, pick } = useI18n();
  const { next } = row;
  if (!next || next.how === 'finish') return null;
  const { how, part, needsEvidence, deliverablesLeft, checksLeft } = next;
  if (how === 'parts') {
    const left = [
      deliverablesLeft > 0 && t('work.deliverablesLeft', { count: deliverablesLeft }),
      checksLeft > 0 && t('work.checksLeft', { count: checksLeft }),
    ];
    return <span>{t('work.step.parts', { what: left.filter(Boolean).join(t('common.comma')) })}</span>;
  }
  if (!part) return how === 'acceptance' ? <span>{t('work.step.acceptances')}</span> : null;
  const what = pick(part.title, part.titleEn);
  return <span>{t(`work.step.${needsEvidence ? 'evidence' : how}`, { what })}</span>;
}

/** Where the row stands, in words. */
export function WorkWords({ row }: { row: MyWork }) {
  const { t, pick } = useI18n();
  const [first] = row.after;
  const waits = row.status === 'waiting' && row.waitingFor;
  return (
    <span className="work-words">
      {first && (
        <span className="work-after">
          {row.after.length > 1
            ? t('work.afterMore', { what: pick(first.title, first.titleEn), count: row.after.length })
            : t('work.after', { what: pick(first.title, first.titleEn) })}
        </span>
      )}
      {waits && (
        <span className="work-waits">
          {t('status.waitingFor', { what: row.waitingFor })}
          {row.followUpDay && ` · ${t('work.followUp', { day: formatDay(row.followUpDay) })}`}
        </span>
      )}
      <Step row={row} />
    </span>
  );
}
