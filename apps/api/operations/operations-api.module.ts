import { DeliveryModule } from '@convener/delivery';
import { MailTestModule } from '@convener/mail-test';
import { Module } from '@nestjs/common';
import { MailTestController } from './mail-test.controller';
import { Metrics } from './metrics';
import { OperationsController } from './operations.controller';

/** What whoever runs the installation must see and do. */
@Module({
  imports: [DeliveryModule, MailTestModule],
  controllers: [OperationsController, MailTestController],
  providers: [Metrics],
})
export class OperationsApiModule {}
