import { NotificationsModule } from '@convener/notifications';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { Heartbeat } from './heartbeat';
import { Message } from './message.entity';
import { Opening } from './opening';
import { OperationsQueries } from './operations.queries';
import { OperationsService } from './operations.service';
import { Results } from './results';
import { Routing } from './routing';
import { SendMessagesJob } from './send-messages.job';
import { SweepService } from './sweep.service';
import { Turns } from './turns';

const SERVICES = [OperationsQueries, OperationsService, SweepService];

/**
 * Claims due reminders, writes messages and mails them. Needs a global provider of ReminderSubjects. Whether this process
 * sweeps and sends is decided by JobsModule alone; where it does not run jobs, the sweep and the job rest.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Message]), NotificationsModule],
  providers: [...SERVICES, Claims, Doorbell, Heartbeat, Opening, Results, Routing, SendMessagesJob, Turns],
  exports: SERVICES,
})
export class DeliveryModule {}
