import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationPreferences } from './notification-preferences.entity';
import { PreferencesService } from './preferences.service';
import { UnsubscribeLink } from './unsubscribe-link.entity';

const SERVICES = [PreferencesService];

/** How and when a person wants to be told: one digest or single messages, quiet hours, stand-ins, unsubscribing. */
@Module({
  imports: [TypeOrmModule.forFeature([NotificationPreferences, UnsubscribeLink])],
  providers: SERVICES,
  exports: SERVICES,
})
export class NotificationsModule {}
