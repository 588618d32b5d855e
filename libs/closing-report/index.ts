export { type LineChange } from './changes.rules';
export { ReportChapter } from './chapter.entity';
export { ClosingReportModule } from './closing-report.module';
export {
  type ChapterSummary,
  type ChapterView,
  ClosingReportQueries,
  DATA_STATES,
  type DataState,
  type ReportView,
} from './closing-report.queries';
export { type ChapterEdit, ClosingReportService, type NewChapter } from './closing-report.service';
