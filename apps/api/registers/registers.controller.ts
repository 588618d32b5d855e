import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import {
  ComparisonQueries,
  KeptListsService,
  RegisterColumnsService,
  RegistersQueries,
  RegistersService,
} from '@convener/registers';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { RegisterComparison, weightsOf } from './comparison.dto';
import { KeepList, KeptList } from './kept-lists.dto';
import { ChangedColumns, columnsOf, EditRegister, NewRegister } from './register-edits.dto';
import { Register, RegisterList, RegisterPresetList } from './registers.dto';

/** The lists of a project, with columns of their own. */
@ApiTags('registers')
@Controller()
export class RegistersController {
  constructor(
    private readonly registers: RegistersService,
    private readonly columns: RegisterColumnsService,
    private readonly queries: RegistersQueries,
    private readonly comparisons: ComparisonQueries,
    private readonly kept: KeptListsService,
  ) {}

  /** The ready lists that a project can start with, in the words of the standards. */
  @Get('register-presets')
  @Policy('templates.read')
  presets(): RegisterPresetList {
    return { items: this.queries.presets() };
  }

  /** Those that the caller sees. */
  @Get('projects/:id/registers')
  @Policy('registers.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) projectId: string): Promise<RegisterList> {
    return this.queries.ofProject(me, projectId);
  }

  /** From a preset, or with columns of its own. */
  @Post('projects/:id/registers')
  @Once()
  @Policy('registers.manage')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) projectId: string,
    @Body() body: NewRegister,
  ): Promise<Register> {
    const given = { ...body, columns: columnsOf(body.columns), weights: weightsOf(body.weights) };
    const { id } = await this.registers.add(me, projectId, given);
    return this.queries.one(me, id);
  }

  @Get('registers/:id')
  @TagsVersion()
  @Policy('registers.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Register> {
    return this.queries.one(me, id);
  }

  @Patch('registers/:id')
  @TagsVersion()
  @Policy('registers.manage')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditRegister,
    @SeenVersion() seen: number | null,
  ): Promise<Register> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.registers.edit(me, id, { ...body, weights: weightsOf(body.weights) }, seen), current);
    return current();
  }

  /**
   * All columns as they are to become, in their order; what has a key of the list is the same column. 409 tells in
   * `lostCells` what would go with a column that is left out, until `throwAway` names it; then nothing was written.
   */
  @Put('registers/:id/columns')
  @Policy('registers.manage')
  async changeColumns(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { columns, throwAway = [] }: ChangedColumns,
    @SeenVersion() seen: number | null,
  ): Promise<Register> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.columns.change(me, id, { columns: columnsOf(columns)!, throwAway }, seen), current);
    return current();
  }

  /** The rows by the weights that the list keeps; 409 where they are too many to choose among. */
  @Get('registers/:id/comparison')
  @Policy('registers.read')
  comparison(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RegisterComparison> {
    return this.comparisons.of(me, id);
  }

  /**
   * Keeps what the list is, never its rows, in the draft of a template of the house. 409 where that has another list of
   * this name, until `replace` says that it goes.
   */
  @Post('registers/:id/keep')
  @HttpCode(200)
  @Once()
  @Policy('registers.manage')
  keep(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { templateId, replace = false }: KeepList,
  ): Promise<KeptList> {
    return this.kept.keep(me, id, { templateId, replace });
  }

  /** An empty one alone. */
  @Delete('registers/:id')
  @HttpCode(204)
  @Once()
  @Policy('registers.manage')
  remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.registers.remove(me, id);
  }
}
