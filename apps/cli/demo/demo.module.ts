import { join } from 'node:path';
import { AccountsModule } from '@convener/accounts';
import { ActivityModule } from '@convener/activity';
import type { Clock } from '@convener/kernel';
import { type Config, JobsModule, PlatformModule, seedsFolder } from '@convener/platform';
import { ProjectsModule } from '@convener/projects';
import { RemindersModule } from '@convener/reminders';
import { ScheduleModule } from '@convener/schedule';
import { StandardsModule } from '@convener/standards';
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
        RemindersModule,
      ],
    };
  }
}
