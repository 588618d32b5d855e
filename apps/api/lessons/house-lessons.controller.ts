import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { HouseLessonsService, LessonsQueries } from '@convener/lessons';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Reason } from '../projects/reason.dto';
import { HouseLessonList, TakeLesson, TemplateLessons } from './lessons.dto';

/** What projects have learnt, for the templates that others start from. */
@ApiTags('lessons')
@Controller()
export class HouseLessonsController {
  constructor(
    private readonly house: HouseLessonsService,
    private readonly lessons: LessonsQueries,
  ) {}

  /** What other projects have learnt at the tasks of a template, before one is started from it. */
  @Get('templates/:slug/lessons')
  @Policy('projects.start')
  async ofTemplate(@CurrentPerson() me: SignedIn, @Param('slug') slug: string): Promise<TemplateLessons> {
    return { items: await this.lessons.ofTemplate(me, slug) };
  }

  /** Those that meet the tasks of a draft, and what was decided; those that wait for a decision first. */
  @Get('house-templates/:id/lessons')
  @Policy('templates.edit')
  async ofHouse(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<HouseLessonList> {
    return { items: await this.house.ofTemplate(me, id) };
  }

  /** Changes the draft as the lesson proposes. */
  @Post('house-templates/:id/lessons/:lessonId/take')
  @HttpCode(200)
  @Once()
  @Policy('templates.edit')
  async take(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('lessonId', IdPipe) lessonId: string,
    @Body() { reason }: TakeLesson,
  ): Promise<HouseLessonList> {
    await this.house.take(me, id, lessonId, reason ?? null);
    return this.ofHouse(me, id);
  }

  @Post('house-templates/:id/lessons/:lessonId/decline')
  @HttpCode(200)
  @Once()
  @Policy('templates.edit')
  async decline(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('lessonId', IdPipe) lessonId: string,
    @Body() { reason }: Reason,
  ): Promise<HouseLessonList> {
    await this.house.decline(me, id, lessonId, reason);
    return this.ofHouse(me, id);
  }
}
