import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { HouseFromProject } from '@convener/editions';
import { HouseTemplatesQueries, HouseTemplatesService } from '@convener/house-templates';
import { badRequest } from '@convener/kernel';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { HouseList, HouseTemplate, TemplateDifferences } from './house.dto';
import { EditHouseTemplate } from './house-edit.dto';
import { CopyTemplate, DifferencesQuery, HouseContent } from './house-requests.dto';
import { presentDifference, presentHouse } from './present-house';

/** Templates that this house makes of built-in ones and of its own projects. */
@ApiTags('templates')
@Controller('house-templates')
@Policy('templates.edit')
export class HouseTemplatesController {
  constructor(
    private readonly house: HouseTemplatesService,
    private readonly queries: HouseTemplatesQueries,
    private readonly fromProject: HouseFromProject,
  ) {}

  /** All of them, retired ones too. */
  @Get()
  async list(@CurrentPerson() me: SignedIn): Promise<HouseList> {
    return { items: await this.queries.all(me) };
  }

  /** Copies a template that projects can start from, or a project that one manages, into a new draft. */
  @Post()
  @Once()
  async copy(@CurrentPerson() me: SignedIn, @Body() body: CopyTemplate): Promise<HouseTemplate> {
    const { from, ...names } = body;
    if ((from.template === undefined) === (from.project === undefined)) throw oneOfThem();
    const { id } =
      from.project === undefined
        ? await this.house.copy(me, from.template!, names)
        : await this.fromProject.copy(me, from.project, names);
    return this.shown(me, id);
  }

  @Get(':id')
  @TagsVersion()
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<HouseTemplate> {
    return this.shown(me, id);
  }

  /** Changes what the body names. */
  @Patch(':id')
  @TagsVersion()
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditHouseTemplate,
    @SeenVersion() seen: number | null,
  ): Promise<HouseTemplate> {
    const current = () => this.shown(me, id);
    await orCurrent(this.house.edit(me, id, body, seen), current);
    return current();
  }

  /** Replaces everything that the house decides. */
  @Put(':id/draft')
  @TagsVersion()
  @Once()
  async replace(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: HouseContent,
    @SeenVersion() seen: number | null,
  ): Promise<HouseTemplate> {
    const current = () => this.shown(me, id);
    await orCurrent(this.house.replace(me, id, body, seen), current);
    return current();
  }

  /** How the draft differs from its standards, its last version, or what it was copied from. */
  @Get(':id/differences')
  async differences(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { from }: DifferencesQuery,
  ): Promise<TemplateDifferences> {
    return { items: (await this.queries.differences(me, id, from)).map(presentDifference) };
  }

  /** Makes the draft the next version, which is never changed; new projects start from it at once. */
  @Post(':id/publish')
  @HttpCode(200)
  @Once()
  async publish(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersion() seen: number | null,
  ): Promise<HouseTemplate> {
    await orCurrent(this.house.publish(me, id, seen), () => this.shown(me, id));
    return this.shown(me, id);
  }

  /** No new project starts from it; running ones keep their version. */
  @Post(':id/retire')
  @HttpCode(200)
  @Once()
  async retire(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<HouseTemplate> {
    await this.house.retire(me, id);
    return this.shown(me, id);
  }

  @Post(':id/unretire')
  @HttpCode(200)
  @Once()
  async unretire(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<HouseTemplate> {
    await this.house.unretire(me, id);
    return this.shown(me, id);
  }

  private async shown(me: SignedIn, id: string): Promise<HouseTemplate> {
    return presentHouse(await this.queries.one(me, id));
  }
}

const oneOfThem = () =>
  badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, [
    { pointer: '/from', zh: '請填範本或專案其中一個。', en: 'Give either a template or a project.' },
  ]);
