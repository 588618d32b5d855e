import { RunSheetModule } from '@convener/run-sheet';
import { Module } from '@nestjs/common';
import { DelaysController } from './delays.controller';
import { RunSheetController } from './run-sheet.controller';

@Module({ imports: [RunSheetModule], controllers: [RunSheetController, DelaysController] })
export class RunSheetApiModule {}
