import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { LessonsQueries } from '@convener/lessons';
import { EntryLessonService } from '@convener/records';
import { RowLessonService } from '@convener/registers';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Lesson } from './lessons.dto';

/** Lessons made of what was found, with its words; a second time answers the same lesson. */
@ApiTags('lessons')
@Controller()
export class MadeLessonsController {
  constructor(
    private readonly rows: RowLessonService,
    private readonly entries: EntryLessonService,
    private readonly queries: LessonsQueries,
  ) {}

  /** Of a row of rehearsal findings or incidents. */
  @Post('register-rows/:id/lesson')
  @HttpCode(200)
  @Once()
  @Policy('lessons.write')
  async ofRow(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Lesson> {
    const { lessonId } = await this.rows.make(me, id);
    return this.queries.one(me, lessonId);
  }

  /** Of an entry of a record. */
  @Post('record-entries/:id/lesson')
  @HttpCode(200)
  @Once()
  @Policy('lessons.write')
  async ofEntry(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Lesson> {
    const { lessonId } = await this.entries.make(me, id);
    return this.queries.one(me, lessonId);
  }
}
