import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { InboxQueries } from './inbox.queries';
import { InboxService } from './inbox.service';
import { Message } from './message.entity';
import { Opening } from './opening';
import { Reminder } from './reminder.entity';
import { RemindersPlan } from './reminders-plan.service';
import { Results } from './results';
import { SendMessagesJob } from './send-messages.job';
import { SweepService } from './sweep.service';
import { Turns } from './turns';

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
    Opening,
    RemindersPlan,
    Results,
    SendMessagesJob,
    SweepService,
    Turns,
  ],
  exports: [InboxQueries, InboxService, RemindersPlan, SweepService],
})
export class RemindersModule {}
