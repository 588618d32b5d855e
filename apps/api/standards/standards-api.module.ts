import { StandardsCoverageModule } from '@convener/standards-coverage';
import { Module } from '@nestjs/common';
import { StandardsController } from './standards.controller';

/** Routes of the standards library. StandardsModule.forRoot of @convener/standards is imported by the application. */
@Module({ imports: [StandardsCoverageModule], controllers: [StandardsController] })
export class StandardsApiModule {}
