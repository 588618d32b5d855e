import { AccessModule } from '@convener/access';
import { HouseTemplatesModule } from '@convener/house-templates';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HouseLessonsService } from './house-lessons.service';
import { Lesson, LessonDecision } from './lesson.entity';
import { LessonsQueries } from './lessons.queries';
import { LessonsService } from './lessons.service';

const OFFERED = [HouseLessonsService, LessonsQueries, LessonsService];

/** What was learnt (心得): written at projects and their work, shown to those that meet the same task, taken into templates. */
@Global()
@Module({
  imports: [HouseTemplatesModule, TypeOrmModule.forFeature([Lesson, LessonDecision]), AccessModule],
  providers: OFFERED,
  exports: OFFERED,
})
export class LessonsModule {}
