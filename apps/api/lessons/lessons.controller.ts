import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { LessonsQueries, LessonsService } from '@convener/lessons';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { EditLesson, ItemLessonList, Lesson, LessonList, NewLesson, NewProjectLesson } from './lessons.dto';

/** What was learnt, for whoever does the same again. */
@ApiTags('lessons')
@Controller()
export class LessonsController {
  constructor(
    private readonly lessons: LessonsService,
    private readonly queries: LessonsQueries,
  ) {}

  /** Of the whole project, of the editions before it, and of others that had the same tasks. */
  @Get('projects/:id/lessons')
  @Policy('lessons.read')
  ofProject(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<LessonList> {
    return this.queries.ofProject(me, id);
  }

  /** About the whole project; answers them all. */
  @Post('projects/:id/lessons')
  @Once()
  @Policy('lessons.write')
  async addToProject(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewProjectLesson,
  ): Promise<LessonList> {
    await this.lessons.addToProject(me, id, body);
    return this.queries.ofProject(me, id);
  }

  /** Of one work item, and what editions before wrote at the same place. */
  @Get('work-items/:id/lessons')
  @Policy('lessons.read')
  ofItem(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ItemLessonList> {
    return this.queries.ofItem(me, id);
  }

  @Post('work-items/:id/lessons')
  @Once()
  @Policy('lessons.write')
  async addToItem(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewLesson,
  ): Promise<ItemLessonList> {
    await this.lessons.addToItem(me, id, body);
    return this.queries.ofItem(me, id);
  }

  /** One's own; a manager also those of others. */
  @Patch('lessons/:id')
  @TagsVersion()
  @Policy('lessons.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditLesson,
    @SeenVersion() seen: number | null,
  ): Promise<Lesson> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.lessons.edit(me, id, body, seen), current);
    return current();
  }

  @Get('lessons/:id')
  @TagsVersion()
  @Policy('lessons.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Lesson> {
    return this.queries.one(me, id);
  }

  @Delete('lessons/:id')
  @HttpCode(204)
  @Once()
  @Policy('lessons.write')
  remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.lessons.remove(me, id);
  }
}
