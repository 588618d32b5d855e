import { RemindersModule } from '@convener/reminders';
import { Module } from '@nestjs/common';
import { MailTestController } from './mail-test.controller';
import { Metrics } from './metrics';
import { OperationsController } from './operations.controller';

/** What whoever runs the installation must see and do. */
@Module({ imports: [RemindersModule], controllers: [OperationsController, MailTestController], providers: [Metrics] })
export class OperationsApiModule {}
