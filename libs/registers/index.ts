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
export {
  type Choice,
  type ColumnLink,
  COLUMN_KEY,
  COLUMN_TYPES,
  columnProblems,
  type ColumnType,
  MOST_CHOICES,
  MOST_COLUMNS,
  type RegisterColumn,
  STATUS_KEY,
} from './columns.rules';
export { ComparisonQueries, MOST_COMPARED, type RegisterComparison } from './comparison.queries';
export { BETTER, type ComparedRow, MOST_WEIGHT, type Weight } from './comparison.rules';
export { type Erased } from './erase-rows';
export { type FoundRow, MOST_FOUND, PersonalDataQueries, type PersonalFile } from './personal-data.queries';
export { PersonalDataService } from './personal-data.service';
export { PersonalDataSweep } from './personal-data.sweep';
export { REGISTER_PRESETS } from './presets';
export { type LinkBook } from './link-book.rules';
export { holdLinked, linkBooks, linkReader, seenWithLinks } from './linked-lists';
export { type KeptList, KeptListsService } from './kept-lists.service';
export { LONGEST_KEPT_DAYS, stillErased } from './privacy.rules';
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
export { RowWorkService } from './row-work.service';
export { type RowCounts } from './tallies';
