import { join } from 'node:path';
import { ActivityModule } from '@convener/activity';
import { DeliveryModule } from '@convener/delivery';
import { LessonsModule } from '@convener/lessons';
import { PlanningModule } from '@convener/planning';
import { type Config, JobsModule, PlatformModule, type PlatformOverrides, seedsFolder } from '@convener/platform';
import { ProjectStartModule } from '@convener/project-start';
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
import { ClosingApiModule } from './closing/closing-api.module';
import { ClosingReportApiModule } from './closing-report/closing-report-api.module';
import { CommentsApiModule } from './comments/comments-api.module';
import { ContractsApiModule } from './contracts/contracts-api.module';
import { HttpModule } from './http/http.module';
import { loggingParams } from './http/logging';
import { InboxApiModule } from './inbox/inbox-api.module';
import { JoiningApiModule } from './joining/joining-api.module';
import { LessonsApiModule } from './lessons/lessons-api.module';
import { LettersApiModule } from './letters/letters-api.module';
import { LiveApiModule } from './live/live-api.module';
import { NotificationsApiModule } from './notifications/notifications-api.module';
import { OperationsApiModule } from './operations/operations-api.module';
import { PlanningApiModule } from './planning/planning-api.module';
import { ProjectsApiModule } from './projects/projects-api.module';
import { RecordsApiModule } from './records/records-api.module';
import { RegistersApiModule } from './registers/registers-api.module';
import { RemindersApiModule } from './reminders/reminders-api.module';
import { ReportsApiModule } from './reports/reports-api.module';
import { RunSheetApiModule } from './run-sheet/run-sheet-api.module';
import { StandardsApiModule } from './standards/standards-api.module';
import { SurveysApiModule } from './surveys/surveys-api.module';
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
  ClosingApiModule,
  ClosingReportApiModule,
  CommentsApiModule,
  ContractsApiModule,
  RecordsApiModule,
  RegistersApiModule,
  RemindersApiModule,
  ReportsApiModule,
  RunSheetApiModule,
  InboxApiModule,
  JoiningApiModule,
  LessonsApiModule,
  LettersApiModule,
  LiveApiModule,
  NotificationsApiModule,
  OperationsApiModule,
  SurveysApiModule,
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
        DeliveryModule,
        ProjectsModule,
        ProjectStartModule,
        LessonsModule,
        PlanningModule,
        HttpModule,
        ...FEATURES,
      ],
    };
  }
}
