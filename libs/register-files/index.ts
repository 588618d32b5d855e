export { csvOf, type ExportedCell, type ExportedTable, workbookText } from './export.rules';
export { type ImportProblem } from './import-rows.rules';
export { MOST_FILE_BYTES, MOST_FILE_COLUMNS } from './limits';
export { type Mapping } from './mapping.rules';
export {
  type AskedImport,
  type ImportCounts,
  type ImportPreview,
  RegisterFilesService,
} from './register-files.service';
export { RegisterFilesModule } from './register-files.module';
export { RegisterFilesQueries } from './register-files.queries';
