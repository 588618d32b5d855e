import { join } from 'node:path';
import { AccountsModule } from '@convener/accounts';
import { ActivityModule } from '@convener/activity';
import { ClosingReportModule } from '@convener/closing-report';
import { DeliveryModule } from '@convener/delivery';
import { DocumentsModule } from '@convener/documents';
import { JoiningModule } from '@convener/joining';
import { LessonsModule } from '@convener/lessons';
import { MailTestModule } from '@convener/mail-test';
import { PersonalDataModule } from '@convener/personal-data';
import { PlanningModule } from '@convener/planning';
import { type Config, JobsModule, PlatformModule, type PlatformOverrides, seedsFolder } from '@convener/platform';
import { ProjectStartModule } from '@convener/project-start';
import { ProjectsModule } from '@convener/projects';
import { RegistersModule } from '@convener/registers';
import { ReportsModule } from '@convener/reports';
import { ScheduleModule } from '@convener/schedule';
import { StandardsModule } from '@convener/standards';
import { SurveysModule } from '@convener/surveys';
import { TeamsModule } from '@convener/teams';
import { TemplatesModule } from '@convener/templates';
import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';

/** The libs without HTTP, for a process that runs jobs and sweeps. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, overrides: PlatformOverrides = {}): DynamicModule {
    const seeds = seedsFolder();
    return {
      module: WorkerModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { level: config.logLevel } }),
        PlatformModule.forRoot(config, overrides),
        JobsModule.forRoot({ run: true }),
        AccountsModule,
        ActivityModule,
        TeamsModule,
        StandardsModule.forRoot({ folder: join(seeds, 'standards') }),
        ScheduleModule.forRoot({ calendars: join(seeds, 'calendars') }),
        TemplatesModule.forRoot({ templates: join(seeds, 'templates') }),
        ProjectsModule,
        ProjectStartModule,
        LessonsModule,
        PlanningModule,
        DeliveryModule,
        MailTestModule,
        JoiningModule,
        PersonalDataModule,
        RegistersModule,
        ReportsModule,
        DocumentsModule,
        SurveysModule,
        ClosingReportModule,
      ],
    };
  }
}
