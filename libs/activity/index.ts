export { ActivityEntry } from './activity-entry.entity';
export { ActivityLog, type Change } from './activity.log';
export { ActivityModule } from './activity.module';
export { ActivityPersonal } from './activity-personal.entity';
export { ActivityQueries, type ShownActivity } from './activity.queries';
export type { Fault, Wrong } from './chain-check';
export { difference } from './difference';
export { type ActivityReport, type BrokenChain, verifyActivity } from './verify';
