export { ActivityEntry } from './activity-entry.entity';
export { ActivityLog, type Change } from './activity.log';
export { ActivityModule } from './activity.module';
export { ActivityQueries, type ShownActivity } from './activity.queries';
export { difference } from './difference';
