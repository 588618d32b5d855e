import type { PreviewedPlan } from '@convener/project-start';
import { kindOf, type PlannedItem } from '@convener/templates';
import type { Preview, PreviewItem } from './start-preview.dto';

/** A plan as the preview shows it. */
export function presentPlan({
  counts,
  late,
  lateStart,
  lateWays,
  leftOut,
  anchors,
  anchorNotes,
  holidays,
  teams,
  calendar,
  items,
  skippedReminders,
  lists,
}: PreviewedPlan): Preview {
  return {
    counts,
    late: [...late],
    lateStart,
    lateWays: [...lateWays],
    leftOut: [...leftOut],
    anchors: [...anchors],
    anchorNotes: [...anchorNotes],
    holidays: [...holidays],
    teams: [...teams],
    calendar: [...calendar],
    items: items.map(presentPlannedItem),
    skippedReminders: [...skippedReminders],
    lists: lists.map((list) => ({ ...list, asText: [...list.asText] })),
  };
}

export function presentPlannedItem(item: PlannedItem): PreviewItem {
  const {
    place,
    code,
    title,
    titleEn,
    stage,
    workflow,
    team,
    standard,
    startDay,
    dueDay,
    dueTime,
    plannedDueDay,
    dayBasis,
    settled,
  } = item;
  return {
    ...{
      place,
      code,
      title,
      titleEn,
      stage,
      workflow,
      team,
      standard,
      startDay,
      dueDay,
      dueTime,
      plannedDueDay,
      dayBasis,
      settled,
    },
    deliverables: item.deliverables.map((row) => ({
      place: row.place,
      code: row.code,
      title: row.title,
      titleEn: row.titleEn,
      startDay: row.startDay,
      dueDay: row.dueDay,
      preparer: row.preparer,
      accepter: row.accepter,
      evidence: row.evidence,
      kind: kindOf(row),
      sources: [...row.sources],
    })),
    checks: item.checks.map(({ place: at, code: number, text, stage: when }) => ({
      place: at,
      code: number,
      text,
      stage: when,
    })),
  };
}
