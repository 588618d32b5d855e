import { StandardsLibrary } from '@convener/standards';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HouseTemplate } from './house-template.entity';
import { HouseTemplatesQueries } from './house-templates.queries';
import { HouseTemplatesService } from './house-templates.service';
import { BuiltInTemplates, TemplatesLibrary } from './templates.library';
import { loadTemplates } from './templates.loader';
import { TemplateVersion } from './template-version.entity';

const SERVICES = [TemplatesLibrary, HouseTemplatesService, HouseTemplatesQueries];

/** Gives the templates, built in and of the house, to every module. */
@Module({})
export class TemplatesModule {
  /** Reads the folder of YAML files while the application starts; a wrong file stops it with SeedError. */
  static forRoot({ templates }: { templates: string }): DynamicModule {
    return {
      module: TemplatesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([TemplateVersion, HouseTemplate])],
      providers: [
        {
          provide: BuiltInTemplates,
          useFactory: (standards: StandardsLibrary) => new BuiltInTemplates(loadTemplates(templates, standards.all())),
          inject: [StandardsLibrary],
        },
        ...SERVICES,
      ],
      exports: SERVICES,
    };
  }
}
