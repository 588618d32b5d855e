import { RemindersModule } from '@convener/reminders';
import { Module } from '@nestjs/common';
import { Metrics } from './metrics';
import { OperationsController } from './operations.controller';

/** What whoever runs the installation must see and do. */
@Module({ imports: [RemindersModule], controllers: [OperationsController], providers: [Metrics] })
export class OperationsApiModule {}
