export { CellFilesModule } from './cell-files.module';
export { CellFilesQueries } from './cell-files.queries';
export { CellFilesService, type CellToFill } from './cell-files.service';
