export type { InboxMessage } from './inbox.message';
export { InboxModule } from './inbox.module';
export { InboxQueries } from './inbox.queries';
export { InboxService } from './inbox.service';
export { MESSAGE_KINDS, type MessageKind } from './message-kinds';
