import { InboxModule } from '@convener/inbox';
import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';

/** Routes of a person's inbox. */
@Module({ imports: [InboxModule], controllers: [InboxController] })
export class InboxApiModule {}
