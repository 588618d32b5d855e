import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import {
  RegisterNamesQueries,
  RegisterRowsQueries,
  RegisterRowsService,
  RowOrderService,
  RowWorkService,
} from '@convener/registers';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { encodeCursor, limitOf } from '../http/paging';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import {
  EditRegisterRow,
  NewRegisterRow,
  PlaceRow,
  RegisterRow,
  RegisterRowPage,
  RowNameList,
  RowNamesQuery,
  RowsQuery,
  rowCursor,
} from './register-rows.dto';

/** What stands in the lists of a project. Who changed a row when is in the project's activity, by the row's id. */
@ApiTags('registers')
@Controller()
export class RegisterRowsController {
  constructor(
    private readonly rows: RegisterRowsService,
    private readonly queries: RegisterRowsQueries,
    private readonly order: RowOrderService,
    private readonly work: RowWorkService,
    private readonly names: RegisterNamesQueries,
  ) {}

  /** In the list's own order, or by a column; empty cells come last. */
  @Get('registers/:id/rows')
  @Policy('registers.read')
  async list(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: RowsQuery,
  ): Promise<RegisterRowPage> {
    const { cursor, limit: _, order, incomplete, ...given } = query;
    const filter = { ...given, incomplete: incomplete === 'true', descending: order === 'desc' };
    const page = { after: rowCursor(cursor), limit: limitOf(query) };
    const { items, next } = await this.queries.page(me, id, filter, page);
    return { items, next: next && encodeCursor(next) };
  }

  /** The first twenty as other lists link to them: by the first column of words that the caller sees. */
  @Get('registers/:id/names')
  @Policy('registers.read')
  async rowNames(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { text = '' }: RowNamesQuery,
  ): Promise<RowNameList> {
    return { items: await this.names.of(me, id, text) };
  }

  /** Behind the last one. */
  @Post('registers/:id/rows')
  @Once()
  @Policy('registers.write')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) registerId: string,
    @Body() body: NewRegisterRow,
  ): Promise<RegisterRow> {
    const { id } = await this.rows.add(me, registerId, body);
    return this.queries.one(me, id);
  }

  @Get('register-rows/:id')
  @TagsVersion()
  @Policy('registers.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RegisterRow> {
    return this.queries.one(me, id);
  }

  /** Cells that are not named stay as they are; null empties one. */
  @Patch('register-rows/:id')
  @TagsVersion()
  @Policy('registers.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditRegisterRow,
    @SeenVersion() seen: number | null,
  ): Promise<RegisterRow> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.rows.edit(me, id, body, seen), current);
    return current();
  }

  /** Moves it right behind another row of its list, or to the top. The order by a column stays what it is. */
  @Post('register-rows/:id/place')
  @HttpCode(200)
  @Once()
  @Policy('registers.write')
  async place(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { after }: PlaceRow,
    @SeenVersion() seen: number | null,
  ): Promise<RegisterRow> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.order.place(me, id, after, seen), current);
    return current();
  }

  /** Makes it a work item of the project; a second time changes nothing. */
  @Post('register-rows/:id/work-item')
  @HttpCode(200)
  @Once()
  @Policy('work-item.create')
  async makeWork(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RegisterRow> {
    await this.work.make(me, id);
    return this.queries.one(me, id);
  }

  @Delete('register-rows/:id')
  @HttpCode(204)
  @Once()
  @Policy('registers.write')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.rows.remove(me, id, seen), () => this.queries.one(me, id));
  }
}
