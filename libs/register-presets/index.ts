export {
  type Choice,
  COLUMN_KEY,
  COLUMN_TYPES,
  type ColumnLink,
  columnProblems,
  type ColumnType,
  isSummed,
  MOST_CHOICES,
  MOST_COLUMNS,
  type RegisterColumn,
  STATUS_KEY,
  withMasks,
} from './columns.rules';
export { choices, column, contactColumns, note, type RegisterPreset } from './preset-columns';
export { presetOf, REGISTER_PRESETS } from './presets';
export { SOURCES_OF_FUNDS } from './presets-control';
