import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TemplateFolders, TemplatesLibrary } from './templates.library';
import { TemplateVersion } from './template-version.entity';

/** Gives TemplatesLibrary to every module. */
@Module({})
export class TemplatesModule {
  static forRoot(folders: TemplateFolders): DynamicModule {
    return {
      module: TemplatesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([TemplateVersion])],
      providers: [{ provide: TemplateFolders, useValue: folders }, TemplatesLibrary],
      exports: [TemplatesLibrary],
    };
  }
}
