export { Arrival, CheckIn, CheckInEntry, Consent, Desk } from './check-in.entity';
export { CheckInModule } from './check-in.module';
export { CheckInQueries } from './check-in.queries';
export { type CheckInEdit, CheckInService } from './check-in.service';
export type { CheckInView, DeskList, DeskView, DoubleView, KindCount, OwnCheckIn } from './check-in.views';
export { type DeskRow, deskRow } from './desk-row.rules';
export { ENTRY_KINDS, type EntryKind, type GivenEntry, MOST_AMOUNT, type Outcome } from './entries.rules';
export { EntriesService, MOST_ENTRIES, type TakenEntry } from './entries.service';
export { FIELDS, type Field, type Fields, proposedFields } from './fields.rules';
