import { OUTPUT_KINDS, type OutputKind } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Counts } from '../templates/templates.dto';

/** A reminder of the template that would have fired before the start. */
export class SkippedReminder {
  /** Key of its rule. */
  rule!: string;
  place!: string;
  title!: string;
  titleEn!: string | null;
  /** The day on which it would have fired. */
  day!: string;
}

/** A list that the project starts with. */
export class PreviewedList {
  name!: string;
  nameEn!: string | null;
  /** Key of the sub-team that keeps it; null where the project has none such, and anybody of the crew does. */
  team!: string | null;
  crewOnly!: boolean;
  columns!: number;
  /** Names of columns that become text: the project has no list that they could lead to. */
  asText!: string[];
}

export class LeftOutReason {
  code!: 'option' | 'late-start' | 'already-there' | 'merged';
  option?: string;
  zh!: string;
  en!: string;
}

export class LeftOut {
  place!: string;
  title!: string;
  titleEn!: string | null;
  kind!: 'work-item' | 'deliverable' | 'check';
  reason!: LeftOutReason;
}

export class AnchorDay {
  key!: string;
  name!: string;
  nameEn!: string;
  day!: string;
  /** Given by the manager, or counted by its default rule. */
  given!: boolean;
}

export class LateRow {
  place!: string;
  title!: string;
  titleEn!: string | null;
  /** When it would have been due. */
  plannedDue!: string;
}

/** What one way of treating late work would lead to. Rows are work items and deliverables. */
export class LateWay {
  way!: 'already-done' | 'squeeze' | 'leave-out';
  workItems!: number;
  /** Rows that would count as done on the first day. */
  settled!: number;
  /** Rows that would move to later days. */
  moved!: number;
  /** Rows that would not come into the project. */
  leftOut!: number;
  /** The first due day of what would be left to do. */
  firstDue!: string | null;
}

/** What is to be known of an anchor's day: a day off, a year that is not certain yet. */
export class AnchorNote {
  key!: string;
  zh!: string;
  en!: string;
}

export class NamedDayOff {
  date!: string;
  name!: string;
}

export class CalendarBasis {
  year!: number;
  /** Beyond the last known year only weekends and fixed dates are known. */
  status!: 'official' | 'provisional' | 'weekends-only';
}

export class PreviewTeam {
  key!: string;
  name!: string;
  nameEn!: string;
}

export class PreviewDeliverable {
  place!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  startDay!: string;
  dueDay!: string;
  preparer!: string;
  accepter!: string | null;
  evidence!: 'no' | 'optional' | 'required';
  @ApiProperty({ enum: OUTPUT_KINDS, enumName: 'OutputKind' })
  kind!: OutputKind;
  /** Places of all outputs that it stands for. */
  sources!: string[];
}

export class PreviewCheck {
  place!: string;
  code!: string | null;
  text!: string;
  stage!: string;
}

export class PreviewItem {
  place!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  stage!: 'proposal' | 'preparation' | 'before' | 'during' | 'after' | 'closing';
  workflow!: string;
  team!: string;
  /** Null for a house's own work. */
  standard!: string | null;
  startDay!: string;
  dueDay!: string;
  dueTime!: string | null;
  /** Due day before a late start moved it. */
  plannedDueDay!: string;
  dayBasis!: 'official' | 'provisional' | 'weekends-only';
  /** Chosen as already done. */
  settled!: boolean;
  deliverables!: PreviewDeliverable[];
  checks!: PreviewCheck[];
}

export class Preview {
  counts!: Counts;
  /** What would already be past today. */
  late!: LateRow[];
  /** What is done with it. */
  lateStart!: string;
  /** Every way, where something is late. */
  lateWays!: LateWay[];
  leftOut!: LeftOut[];
  anchors!: AnchorDay[];
  anchorNotes!: AnchorNote[];
  /** Named days off, beside weekends, over the days of the plan. */
  holidays!: NamedDayOff[];
  teams!: PreviewTeam[];
  /** The years that dates depend on. */
  calendar!: CalendarBasis[];
  items!: PreviewItem[];
  /** What will not be reminded of any more. */
  skippedReminders!: SkippedReminder[];
  lists!: PreviewedList[];
}
