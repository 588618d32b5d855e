import { Module } from '@nestjs/common';
import { InboxQueries } from './inbox.queries';
import { InboxService } from './inbox.service';

const SERVICES = [InboxQueries, InboxService];

/** What has been told to a person, kept to be read and done. */
@Module({
  providers: SERVICES,
  exports: SERVICES,
})
export class InboxModule {}
