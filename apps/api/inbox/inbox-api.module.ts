import { RemindersModule } from '@convener/reminders';
import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';

/** Routes of a person's inbox. */
@Module({ imports: [RemindersModule], controllers: [InboxController] })
export class InboxApiModule {}
