import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProjectStartService } from './project-start.service';
import { StoredStartDraft } from './start-draft.entity';
import { StartDraftsService } from './start-drafts.service';
import { StartLists } from './start-lists';
import { WorkflowsService } from './workflows.service';

const SERVICES = [ProjectStartService, StartDraftsService, StartLists, WorkflowsService];

/**
 * A project starts from a template, and takes in further workflows while it runs. Global because `editions` starts the next
 * one with it, and `registers` makes the lists that a start brings.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredStartDraft])],
  providers: SERVICES,
  exports: SERVICES,
})
export class ProjectStartModule {}
