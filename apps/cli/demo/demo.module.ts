import { join } from 'node:path';
import { AccountsModule } from '@convener/accounts';
import { ActivityModule } from '@convener/activity';
import { BulkChangesModule } from '@convener/bulk-changes';
import { CheckInModule } from '@convener/check-in';
import { ClosingModule } from '@convener/closing';
import { ClosingReportModule } from '@convener/closing-report';
import { ContractsModule } from '@convener/contracts';
import { DeliveryModule } from '@convener/delivery';
import { DocumentsModule } from '@convener/documents';
import { InboxModule } from '@convener/inbox';
import type { Clock } from '@convener/kernel';
import { LessonsModule } from '@convener/lessons';
import { type Config, JobsModule, PlatformModule, seedsFolder } from '@convener/platform';
import { ProjectStartModule } from '@convener/project-start';
import { ProjectsModule } from '@convener/projects';
import { RecordsModule } from '@convener/records';
import { RegistersModule } from '@convener/registers';
import { ReportsModule } from '@convener/reports';
import { RunSheetModule } from '@convener/run-sheet';
import { ScheduleModule } from '@convener/schedule';
import { StandardsModule } from '@convener/standards';
import { SurveysModule } from '@convener/surveys';
import { TeamsModule } from '@convener/teams';
import { TemplatesModule } from '@convener/templates';
import { type DynamicModule, Module } from '@nestjs/common';

/** The libs without HTTP, on a clock of the demo's own. */
@Module({})
export class DemoModule {
  static forRoot(config: Config, clock: Clock): DynamicModule {
    const seeds = seedsFolder();
    return {
      module: DemoModule,
      imports: [
        PlatformModule.forRoot(config, { clock }),
        JobsModule.forRoot({ run: true }),
        AccountsModule,
        ActivityModule,
        TeamsModule,
        StandardsModule.forRoot({ folder: join(seeds, 'standards') }),
        ScheduleModule.forRoot({ calendars: join(seeds, 'calendars') }),
        TemplatesModule.forRoot({ templates: join(seeds, 'templates') }),
        ProjectsModule,
        ProjectStartModule,
        BulkChangesModule,
        LessonsModule,
        ContractsModule,
        RecordsModule,
        RegistersModule,
        CheckInModule,
        DeliveryModule,
        InboxModule,
        SurveysModule,
        RunSheetModule,
        ReportsModule,
        DocumentsModule,
        ClosingModule,
        ClosingReportModule,
      ],
    };
  }
}
