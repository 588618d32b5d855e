import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecurringOccurrence } from './recurring-occurrence.entity';
import { RecurringOccurrences } from './recurring-occurrences';
import { RecurringSweep } from './recurring-sweep.service';
import { RecurringWork } from './recurring-work.entity';
import { RecurringWorkQueries } from './recurring-work.queries';
import { RecurringWorkService } from './recurring-work.service';

const SERVICES = [RecurringOccurrences, RecurringSweep, RecurringWorkQueries, RecurringWorkService];

/** Work that comes again, such as the weekly meeting, made ahead by a sweep. */
@Module({
  imports: [TypeOrmModule.forFeature([RecurringOccurrence, RecurringWork])],
  providers: SERVICES,
  exports: SERVICES,
})
export class RecurringWorkModule {}
