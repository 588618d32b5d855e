export { RecurringOccurrences } from './recurring-occurrences';
export { RecurringSweep } from './recurring-sweep.service';
export { RecurringWork } from './recurring-work.entity';
export { RecurringWorkModule } from './recurring-work.module';
export { type RecurringView, RecurringWorkQueries } from './recurring-work.queries';
export { RecurringWorkService } from './recurring-work.service';
export { endOf as endOfRecurring } from './recurring.rules';
