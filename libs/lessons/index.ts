export { type DecisionView, type HouseLesson, HouseLessonsService } from './house-lessons.service';
export { Lesson, LessonDecision } from './lesson.entity';
export {
  LESSON_AUDIENCES,
  LESSON_KINDS,
  type LessonAudience,
  type LessonKind,
  LONGEST_GUIDANCE,
  LONGEST_NOTE,
  type Proposal,
  PROPOSALS,
  SOURCE_KINDS,
  type SourceKind,
} from './lesson.rules';
export { type LessonView } from './lesson-rows';
export { LessonsModule } from './lessons.module';
export { type ItemLessons, type Lessons, LessonsQueries, lessonsOf } from './lessons.queries';
export { type LessonFacts, LessonsService, type LessonSource } from './lessons.service';
