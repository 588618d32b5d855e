import { join } from 'node:path';
import { ActivityModule } from '@convener/activity';
import { type Config, JobsModule, PlatformModule, type PlatformOverrides, seedsFolder } from '@convener/platform';
import { PlanningModule } from '@convener/planning';
import { ProjectsModule } from '@convener/projects';
import { ScheduleModule } from '@convener/schedule';
import { StandardsModule } from '@convener/standards';
import { TeamsModule } from '@convener/teams';
import { TemplatesModule } from '@convener/templates';
import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessApiModule } from './access/access-api.module';
import { CalendarsApiModule } from './calendars/calendars-api.module';
import { CheckInApiModule } from './check-in/check-in-api.module';
import { CommentsApiModule } from './comments/comments-api.module';
import { ContractsApiModule } from './contracts/contracts-api.module';
import { HttpModule } from './http/http.module';
import { loggingParams } from './http/logging';
import { InboxApiModule } from './inbox/inbox-api.module';
import { JoiningApiModule } from './joining/joining-api.module';
import { LiveApiModule } from './live/live-api.module';
import { NotificationsApiModule } from './notifications/notifications-api.module';
import { OperationsApiModule } from './operations/operations-api.module';
import { PlanningApiModule } from './planning/planning-api.module';
import { ProjectsApiModule } from './projects/projects-api.module';
import { RecordsApiModule } from './records/records-api.module';
import { RegistersApiModule } from './registers/registers-api.module';
import { RemindersApiModule } from './reminders/reminders-api.module';
import { StandardsApiModule } from './standards/standards-api.module';
import { TemplatesApiModule } from './templates/templates-api.module';

/** One module a feature; each brings its controllers and imports the libs that it needs. */
const FEATURES = [
  AccessApiModule,
  StandardsApiModule,
  TemplatesApiModule,
  ProjectsApiModule,
  PlanningApiModule,
  CalendarsApiModule,
  CheckInApiModule,
  CommentsApiModule,
  ContractsApiModule,
  RecordsApiModule,
  RegistersApiModule,
  RemindersApiModule,
  InboxApiModule,
  JoiningApiModule,
  LiveApiModule,
  NotificationsApiModule,
  OperationsApiModule,
];

@Module({})
export class AppModule {
  /** Without Redis this process does the jobs itself; with it, the worker does. */
  static forRoot(config: Config, overrides: PlatformOverrides = {}): DynamicModule {
    const seeds = seedsFolder();
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggingParams(config)),
        PlatformModule.forRoot(config, overrides),
        JobsModule.forRoot({ run: config.redisUrl === null }),
        ActivityModule,
        TeamsModule,
        StandardsModule.forRoot({ folder: join(seeds, 'standards') }),
        ScheduleModule.forRoot({ calendars: join(seeds, 'calendars') }),
        TemplatesModule.forRoot({ templates: join(seeds, 'templates') }),
        ProjectsModule,
        PlanningModule,
        HttpModule,
        ...FEATURES,
      ],
    };
  }
}
