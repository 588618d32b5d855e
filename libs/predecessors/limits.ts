import { addDays, type Day, later } from '@convener/kernel';
import type { Stage } from '@convener/templates';

/** What of a project says by when its stages have to be over. */
export interface StageEnds {
  openingDay: Day;
  closingDay: Day;
  /** 結案報告期限, or the latest due day where the project has no such anchor. */
  reportDue: Day | null;
}

/**
 * The latest finish of a row that does no harm: the day before the opening for what comes before the event, the closing
 * for what happens during it, the closing report for the rest. A row that is planned later may be so late.
 */
export function limitOf({ stage, dueDay }: { stage: Stage; dueDay: Day | null }, ends: StageEnds): Day | null {
  const limit = endOf(stage, ends);
  return limit && dueDay ? later(limit, dueDay) : (limit ?? dueDay);
}

function endOf(stage: Stage, { openingDay, closingDay, reportDue }: StageEnds): Day | null {
  if (stage === 'during') return closingDay;
  if (stage === 'after' || stage === 'closing') return reportDue;
  return addDays(openingDay, -1);
}
