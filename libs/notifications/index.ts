export {
  canStandIn,
  type Delivery,
  deliveryOf,
  heldUntil,
  isAway,
  isMissed,
  messagesToday,
  type OfficeDays,
  type StandIn,
} from './delivery';
export { DEFAULT_PREFERENCES, NotificationPreferences } from './notification-preferences.entity';
export { NotificationsModule } from './notifications.module';
export { SINGLE_KINDS, type SingleKind } from './preferences.rules';
export { type OwnPreferences, PreferencesService } from './preferences.service';
export { unsubscribeTokens } from './unsubscribe-links';
