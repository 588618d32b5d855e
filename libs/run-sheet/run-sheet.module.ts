import { AccessModule } from '@convener/access';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CuesService } from './cues.service';
import { DelaysService } from './delays.service';
import { RunSheetCue } from './run-sheet-cue.entity';
import { RunSheetDelay } from './run-sheet-delay.entity';
import { RunSheetScopes } from './run-sheet-scopes';
import { RunSheetQueries } from './run-sheet.queries';

const OFFERED = [CuesService, DelaysService, RunSheetQueries];

/** The run sheet (活動流程表) of event days. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RunSheetCue, RunSheetDelay]), AccessModule],
  providers: [RunSheetScopes, ...OFFERED],
  exports: OFFERED,
})
export class RunSheetModule {}
