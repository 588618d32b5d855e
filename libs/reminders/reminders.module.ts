import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CantWait } from './cant-wait.entity';
import { OwnRule } from './reminder-rule.entity';
import { Reminder } from './reminder.entity';
import { RemindersPlan } from './reminders-plan.service';

/** Plans reminders: one row a future nudge. */
@Module({
  imports: [TypeOrmModule.forFeature([Reminder, OwnRule, CantWait])],
  providers: [RemindersPlan],
  exports: [RemindersPlan],
})
export class RemindersModule {}
