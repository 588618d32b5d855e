import { RecurringWorkModule } from '@convener/recurring-work';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowService } from './follow.service';
import { Moves } from './moves';
import { ProjectStateService } from './project-state.service';
import { ReplanUndoService } from './replan-undo.service';
import { ReplanWorlds } from './replan-world';
import { ReplanWriter } from './replan-writer';
import { ReplanRecord } from './replan.entity';
import { ReplanService } from './replan.service';
import { ReplansQueries } from './replans.queries';
import { TemplateUpdateService } from './template-update.service';
import { TemplateWriter } from './template-writer';

const SERVICES = [
  FollowService,
  ProjectStateService,
  ReplanService,
  ReplansQueries,
  ReplanUndoService,
  TemplateUpdateService,
];

const OWN = [Moves, ReplanWorlds, ReplanWriter, TemplateWriter];

/** Plans that live: what changes running projects as a whole. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ReplanRecord]), RecurringWorkModule],
  providers: [...SERVICES, ...OWN],
  exports: SERVICES,
})
export class PlanningModule {}
