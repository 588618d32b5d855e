import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { NextEditionService } from '@convener/editions';
import { TemplateUpdateService } from '@convener/planning';
import { ProjectsQueries } from '@convener/projects';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { Project } from '../projects/projects.dto';
import { presentDifference } from '../templates/present-house';
import { NextDays, NextEdition, TakeTemplateUpdate, TemplateUpdate } from './editions.dto';

/** What a project hands on to its next edition, and what newer versions of its template bring it. */
@ApiTags('projects')
@Controller('projects/:id')
@Policy('project.edit')
export class EditionsController {
  constructor(
    private readonly editions: NextEditionService,
    private readonly updates: TemplateUpdateService,
    private readonly queries: ProjectsQueries,
  ) {}

  /** What the next edition could be started with, by `POST /api/projects` with `from`. Writes nothing. */
  @Post('next-edition/preview')
  @HttpCode(200)
  suggest(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() days: NextDays,
  ): Promise<NextEdition> {
    return this.editions.suggest(me, id, days);
  }

  /** What the newest version of its template would change in it. Writes nothing. */
  @Post('template-update/preview')
  @HttpCode(200)
  async previewUpdate(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<TemplateUpdate> {
    const update = await this.updates.preview(me, id);
    return {
      ...update,
      changes: update.changes.map((change) => ({
        ...presentDifference(change),
        touched: change.touched,
        takes: change.takes,
      })),
    };
  }

  /** Takes the chosen changes and freezes the project on that version. Finished work stays as it is, days too. */
  @Post('template-update')
  @HttpCode(200)
  @TagsVersion()
  @Once()
  async update(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: TakeTemplateUpdate,
    @SeenVersion() seen: number | null,
  ): Promise<Project> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.updates.take(me, id, body, seen), current);
    return current();
  }
}
