export { CellFile } from './cell-file.entity';
export { dropFilesOfRows, filesOfRows } from './cell-files';
export { type CellFileView, MOST_CELL_FILES, withFiles } from './cell-files.rules';
export {
  type GivenCell,
  type KeptCell,
  LONGEST_CELL,
  readCell,
  type ReadLink,
  type ShownCell,
  shownCell,
} from './cells.rules';
export { type Cells, changedCells, type GivenCells, shownCells } from './cells-of-row.rules';
export { ComparisonQueries, MOST_COMPARED, type RegisterComparison } from './comparison.queries';
export { BETTER, type ComparedRow, MOST_WEIGHT, type Weight } from './comparison.rules';
export { type OpenList, openLists } from './open-lists';
export { type NewlyPersonal, PersonalColumns } from './personal-columns';
export { type LinkBook, namingColumn } from './link-book.rules';
export { folded } from './day-texts';
export { holdLinked, linkBooks, linkedLists, linkedNames, linkReader, seenWithLinks } from './linked-lists';
export { type KeptList, KeptListsService } from './kept-lists.service';
export {
  type Closing,
  expiryDay,
  isExpired,
  LONGEST_KEPT_DAYS,
  personalColumns,
  personalIn,
  stillErased,
  withoutPersonal,
} from './privacy.rules';
export { Register, RegisterDeliverable } from './register.entity';
export { type ChangedColumns, type LostCells, RegisterColumnsService } from './register-columns.service';
export { RegisterNamesQueries, type RowName } from './register-names.queries';
export { RegisterRow, ROW_STATUSES, type RowStatus } from './register-row.entity';
export { RegisterRowsQueries, type RegisterRowView } from './register-rows.queries';
export { MOST_ROWS, RegisterRowsService, type RowEdit } from './register-rows.service';
export { type RegisterScope, RegisterScopes, seenColumns } from './register-scope';
export { RegistersModule } from './registers.module';
export {
  type ListedDeliverable,
  type PresetView,
  RegistersQueries,
  type RegisterSummary,
  type RegisterView,
} from './registers.queries';
export { type NewRegister, type RegisterEdit, RegistersService } from './registers.service';
export { type RowCursor, type RowFilter } from './row-filter';
export { RowOrderService } from './row-order.service';
export { RowLessonService } from './row-lesson.service';
export { RowWorkService } from './row-work.service';
export { type RowCounts } from './tallies';
