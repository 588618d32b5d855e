import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CantWait } from './cant-wait.entity';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { Heartbeat } from './heartbeat';
import { InboxQueries } from './inbox.queries';
import { InboxService } from './inbox.service';
import { MailTest } from './mail-test.entity';
import { MailTestsService } from './mail-tests.service';
import { Message } from './message.entity';
import { NotificationPreferences } from './notification-preferences.entity';
import { OperationsQueries } from './operations.queries';
import { OperationsService } from './operations.service';
import { Opening } from './opening';
import { PreferencesService } from './preferences.service';
import { OwnRule } from './reminder-rule.entity';
import { Reminder } from './reminder.entity';
import { RemindersPlan } from './reminders-plan.service';
import { Results } from './results';
import { Routing } from './routing';
import { SendMailTestJob } from './send-mail-test.job';
import { SendMessagesJob } from './send-messages.job';
import { SweepService } from './sweep.service';
import { Turns } from './turns';
import { UnsubscribeLink } from './unsubscribe-link.entity';

/**
 * Plans, claims and sends reminders. Needs a global provider of ReminderSubjects. Whether this process sweeps and sends
 * is decided by JobsModule alone; where it does not run jobs, the sweep and the job rest.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Reminder,
      OwnRule,
      Message,
      NotificationPreferences,
      CantWait,
      UnsubscribeLink,
      MailTest,
    ]),
  ],
  providers: [
    Claims,
    Doorbell,
    Heartbeat,
    InboxQueries,
    InboxService,
    MailTestsService,
    OperationsQueries,
    OperationsService,
    Opening,
    PreferencesService,
    RemindersPlan,
    Results,
    Routing,
    SendMailTestJob,
    SendMessagesJob,
    SweepService,
    Turns,
  ],
  exports: [
    InboxQueries,
    InboxService,
    MailTestsService,
    OperationsQueries,
    OperationsService,
    PreferencesService,
    RemindersPlan,
    SweepService,
  ],
})
export class RemindersModule {}
