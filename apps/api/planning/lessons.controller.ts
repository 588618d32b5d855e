import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { LessonsService } from '@convener/planning';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { Lesson, LessonList, LessonText } from './lessons.dto';

/** What was learnt, for the editions to come. */
@ApiTags('lessons')
@Controller()
export class LessonsController {
  constructor(private readonly lessons: LessonsService) {}

  /** Of the whole project, and of the editions before it. */
  @Get('projects/:id/lessons')
  @Policy('lessons.read')
  ofProject(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<LessonList> {
    return this.lessons.ofProject(me, id);
  }

  /** About the whole project; answers them all. */
  @Post('projects/:id/lessons')
  @Once()
  @Policy('lessons.write')
  async addToProject(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { text }: LessonText,
  ): Promise<LessonList> {
    await this.lessons.addToProject(me, id, text);
    return this.lessons.ofProject(me, id);
  }

  /** Of one work item, and what editions before wrote at the same place. */
  @Get('work-items/:id/lessons')
  @Policy('lessons.read')
  ofItem(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<LessonList> {
    return this.lessons.ofItem(me, id);
  }

  @Post('work-items/:id/lessons')
  @Once()
  @Policy('lessons.write')
  async addToItem(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { text }: LessonText,
  ): Promise<LessonList> {
    await this.lessons.addToItem(me, id, text);
    return this.lessons.ofItem(me, id);
  }

  /** One's own; a manager also those of others. */
  @Patch('lessons/:id')
  @TagsVersion()
  @Policy('lessons.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { text }: LessonText,
    @SeenVersion() seen: number | null,
  ): Promise<Lesson> {
    const current = () => this.lessons.one(me, id);
    await orCurrent(this.lessons.edit(me, id, text, seen), current);
    return current();
  }

  @Get('lessons/:id')
  @TagsVersion()
  @Policy('lessons.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Lesson> {
    return this.lessons.one(me, id);
  }

  @Delete('lessons/:id')
  @HttpCode(204)
  @Once()
  @Policy('lessons.write')
  remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.lessons.remove(me, id);
  }
}
