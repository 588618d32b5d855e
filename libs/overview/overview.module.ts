import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Baseline } from './baseline.entity';
import { BaselinesQueries } from './baselines.queries';
import { BaselinesService } from './baselines.service';
import { BoardQueries } from './board.queries';
import { OverviewQueries } from './overview.queries';

const SERVICES = [BaselinesQueries, BaselinesService, BoardQueries, OverviewQueries];

/** A project at a glance: what needs attention, the sub-teams board, now beside the baseline. */
@Module({
  imports: [TypeOrmModule.forFeature([Baseline])],
  providers: SERVICES,
  exports: SERVICES,
})
export class OverviewModule {}
