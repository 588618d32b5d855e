export { AssignmentsService } from './assignments.service';
export { BulkChangesModule } from './bulk-changes.module';
export { BulkChangesQueries } from './bulk-changes.queries';
export { BulkUndoService } from './bulk-undo.service';
