import { ReminderRulesModule } from '@convener/reminder-rules';
import { Module } from '@nestjs/common';
import { ItemRemindersController } from './item-reminders.controller';
import { ReminderRulesController } from './reminder-rules.controller';

/** Routes of reminder rules, and of what is told of a work item. */
@Module({ imports: [ReminderRulesModule], controllers: [ReminderRulesController, ItemRemindersController] })
export class RemindersApiModule {}
