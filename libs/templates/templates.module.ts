import { StandardsLibrary } from '@convener/standards';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BuiltInTemplates, TemplatesLibrary } from './templates.library';
import { loadTemplates, loadWorkflows } from './templates.loader';
import { TemplateVersion } from './template-version.entity';

/** Gives the templates, built in and of the house, to every module. */
@Module({})
export class TemplatesModule {
  /** Reads the folder of YAML files while the application starts; a wrong file stops it with SeedError. */
  static forRoot({ templates }: { templates: string }): DynamicModule {
    return {
      module: TemplatesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([TemplateVersion])],
      providers: [
        {
          provide: BuiltInTemplates,
          useFactory: (standards: StandardsLibrary) =>
            new BuiltInTemplates(loadTemplates(templates, standards.all()), loadWorkflows(templates)),
          inject: [StandardsLibrary],
        },
        TemplatesLibrary,
      ],
      exports: [TemplatesLibrary],
    };
  }
}
