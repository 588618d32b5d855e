import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsService } from './assignments.service';
import { BulkChangeRecord } from './bulk-change.entity';
import { BulkChangesQueries } from './bulk-changes.queries';
import { BulkUndoService } from './bulk-undo.service';

const SERVICES = [AssignmentsService, BulkChangesQueries, BulkUndoService];

/** Many rows changed at once, and taken back at once. */
@Module({
  imports: [TypeOrmModule.forFeature([BulkChangeRecord])],
  providers: SERVICES,
  exports: SERVICES,
})
export class BulkChangesModule {}
