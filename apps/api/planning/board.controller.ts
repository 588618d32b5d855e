import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { BoardQueries } from '@convener/overview';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Board, BoardCellContent, BoardCellQuery } from './board.dto';

@ApiTags('projects')
@Controller('projects/:id/board')
export class BoardController {
  constructor(private readonly boards: BoardQueries) {}

  /** Work by sub-team and stage, and open work by person and week. */
  @Get()
  @Policy('board.read')
  board(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Board> {
    return this.boards.view(me, id);
  }

  /** The open work of one sub-team in one stage, and what the standards ask of whoever does it. */
  @Get('cell')
  @Policy('board.read')
  cell(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { team, stage }: BoardCellQuery,
  ): Promise<BoardCellContent> {
    return this.boards.cell(me, id, team ?? null, stage);
  }
}
