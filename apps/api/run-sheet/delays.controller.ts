import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { DelaysService, RunSheetQueries } from '@convener/run-sheet';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { ApplyDelay, AskDelay, DelayPreview, DelayUndone } from './delays.dto';
import { RunSheet } from './run-sheet.dto';

/** When a cue of the run sheet is late, or early: what moves along. */
@ApiTags('run sheet')
@Controller()
export class DelaysController {
  constructor(
    private readonly delays: DelaysService,
    private readonly queries: RunSheetQueries,
  ) {}

  /** Changes nothing. */
  @Post('run-sheet-cues/:id/delay/preview')
  @HttpCode(200)
  @Policy('run-sheet.call')
  preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { minutes }: AskDelay,
  ): Promise<DelayPreview> {
    return this.delays.preview(me, id, minutes);
  }

  /** Moves the cue and those that follow it in its place, in one transaction; can be taken back. */
  @Post('run-sheet-cues/:id/delay')
  @HttpCode(200)
  @Once()
  @Policy('run-sheet.call')
  async apply(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { minutes, expected }: ApplyDelay,
  ): Promise<RunSheet> {
    const { projectId } = await this.delays.apply(me, id, minutes, expected ?? null);
    return this.queries.of(me, projectId);
  }

  /** Takes the day's last delay back; what has begun since stays where it is. */
  @Post('run-sheet-delays/:id/undo')
  @HttpCode(200)
  @Once()
  @Policy('run-sheet.call')
  undo(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<DelayUndone> {
    return this.delays.undo(me, id);
  }
}
