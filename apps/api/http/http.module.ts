import { AccessModule } from '@convener/access';
import { SessionGuard, SignInModule } from '@convener/sign-in';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DatabaseProbe } from './database-probe';
import { FilesProbe } from './files-probe';
import { HealthController } from './health.controller';
import { ProblemFilter } from './problem.filter';
import { QueueProbe } from './queue-probe';
import { RequestPipe } from './request.pipe';

/** What holds for every route: signed in, valid, and errors as problem documents. */
@Module({
  imports: [AccessModule, SignInModule],
  controllers: [HealthController],
  providers: [
    DatabaseProbe,
    QueueProbe,
    FilesProbe,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
