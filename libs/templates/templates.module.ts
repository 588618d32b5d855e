import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HouseTemplate } from './house-template.entity';
import { HouseTemplatesQueries } from './house-templates.queries';
import { HouseTemplatesService } from './house-templates.service';
import { TemplateFolders, TemplatesLibrary } from './templates.library';
import { TemplateVersion } from './template-version.entity';

const SERVICES = [TemplatesLibrary, HouseTemplatesService, HouseTemplatesQueries];

/** Gives the templates, built in and of the house, to every module. */
@Module({})
export class TemplatesModule {
  static forRoot(folders: TemplateFolders): DynamicModule {
    return {
      module: TemplatesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([TemplateVersion, HouseTemplate])],
      providers: [{ provide: TemplateFolders, useValue: folders }, ...SERVICES],
      exports: SERVICES,
    };
  }
}
