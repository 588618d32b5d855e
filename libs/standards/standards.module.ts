import { type DynamicModule, Module } from '@nestjs/common';
import { StandardsLibrary } from './standards.library';
import { StandardsSearch } from './standards-search';

/** Gives StandardsLibrary and StandardsSearch to every module. */
@Module({})
export class StandardsModule {
  /** Reads the folder of YAML files while the application starts; a wrong file stops it with StandardsError. */
  static forRoot({ folder }: { folder: string }): DynamicModule {
    return {
      module: StandardsModule,
      global: true,
      providers: [{ provide: StandardsLibrary, useFactory: () => StandardsLibrary.read(folder) }, StandardsSearch],
      exports: [StandardsLibrary, StandardsSearch],
    };
  }
}
