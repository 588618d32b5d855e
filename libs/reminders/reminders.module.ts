import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { InboxQueries } from './inbox.queries';
import { InboxService } from './inbox.service';
import { Message } from './message.entity';
import { MessagesService } from './messages.service';
import { Reminder } from './reminder.entity';
import { RemindersPlan } from './reminders-plan.service';
import { SendMessageJob } from './send-message.job';
import { SweepService } from './sweep.service';

/**
 * Plans, claims and sends reminders. Needs a global provider of ReminderSubjects. Whether this process sweeps and sends
 * is decided by JobsModule alone; where it does not run jobs, the sweep and the job rest.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Reminder, Message])],
  providers: [
    Claims,
    Doorbell,
    InboxQueries,
    InboxService,
    MessagesService,
    RemindersPlan,
    SendMessageJob,
    SweepService,
  ],
  exports: [InboxQueries, InboxService, RemindersPlan, SweepService],
})
export class RemindersModule {}
