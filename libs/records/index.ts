export { EntryLessonService } from './entry-lesson.service';
export { type ActionView, RecordEntriesQueries, type RecordEntryView, type RecordView } from './record-entries.queries';
export { type EntryFacts, type NewEntry, RecordEntriesService } from './record-entries.service';
export { RecordEntry } from './record-entry.entity';
export {
  ENTRY_KINDS,
  type EntryKind,
  type GivenAction,
  MOST_ACTIONS,
  MOST_DECISIONS,
  MOST_ENTRIES,
} from './record-entry.rules';
export { ENTRY_PARTS, type EntryPart, type EntryTexts, textsOfRecords } from './record-texts';
export { RecordsModule } from './records.module';
export { RecordWorkService } from './record-work.service';
