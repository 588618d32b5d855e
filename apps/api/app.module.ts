import { join } from 'node:path';
import { ActivityModule } from '@convener/activity';
import { type Config, JobsModule, PlatformModule, type PlatformOverrides, seedsFolder } from '@convener/platform';
import { ProjectsModule } from '@convener/projects';
import { StandardsModule } from '@convener/standards';
import { TeamsModule } from '@convener/teams';
import { TemplatesModule } from '@convener/templates';
import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccessApiModule } from './access/access-api.module';
import { HttpModule } from './http/http.module';
import { loggingParams } from './http/logging';
import { InboxApiModule } from './inbox/inbox-api.module';
import { ProjectsApiModule } from './projects/projects-api.module';
import { StandardsApiModule } from './standards/standards-api.module';
import { TemplatesApiModule } from './templates/templates-api.module';

/** One module a feature; each brings its controllers and imports the libs that it needs. */
const FEATURES = [AccessApiModule, StandardsApiModule, TemplatesApiModule, ProjectsApiModule, InboxApiModule];

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
        TemplatesModule.forRoot({ templates: join(seeds, 'templates'), calendars: join(seeds, 'calendars') }),
        ProjectsModule,
        HttpModule,
        ...FEATURES,
      ],
    };
  }
}
