import { NotificationsModule } from '@convener/notifications';
import { Module } from '@nestjs/common';
import { CantWaitController } from './cant-wait.controller';
import { NotificationsController } from './notifications.controller';
import { UnsubscribeController } from './unsubscribe.controller';

/** Routes of how people want to be told. */
@Module({
  imports: [NotificationsModule],
  controllers: [NotificationsController, UnsubscribeController, CantWaitController],
})
export class NotificationsApiModule {}
