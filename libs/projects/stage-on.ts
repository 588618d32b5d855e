import type { Day } from '@convener/kernel';
import type { Stage } from '@convener/templates';

/** The stage in which a project is on a day, where nothing better is known of a piece of work. */
export function stageOn(day: Day, { openingDay, closingDay }: { openingDay: Day; closingDay: Day }): Stage {
  if (day < openingDay) return 'before';
  return day <= closingDay ? 'during' : 'after';
}
