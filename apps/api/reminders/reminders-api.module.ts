import { Module } from '@nestjs/common';
import { ItemRemindersController } from './item-reminders.controller';
import { ReminderRulesController } from './reminder-rules.controller';

/** Routes of reminder rules, and of what is told of a work item. */
@Module({ controllers: [ReminderRulesController, ItemRemindersController] })
export class RemindersApiModule {}
