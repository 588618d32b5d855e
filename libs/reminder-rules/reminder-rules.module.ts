import { RemindersModule } from '@convener/reminders';
import { Module } from '@nestjs/common';
import { ItemRemindersQueries } from './item-reminders.queries';
import { ReminderRulesQueries } from './reminder-rules.queries';
import { ReminderRulesService } from './reminder-rules.service';
import { RemindingService } from './reminding.service';
import { RuleGrounds } from './rule-grounds';

const SERVICES = [ItemRemindersQueries, ReminderRulesQueries, ReminderRulesService, RemindingService];

/** What is told of an item, when and to whom: the rules that people set, what has been told, reminding by hand. */
@Module({
  imports: [RemindersModule],
  providers: [...SERVICES, RuleGrounds],
  exports: SERVICES,
})
export class ReminderRulesModule {}
