import { Text } from '../http/validators';

export class LessonText {
  @Text({ max: 2000, lines: true })
  text!: string;
}

export class LessonWriter {
  id!: string;
  name!: string;
}

export class Lesson {
  id!: string;
  text!: string;
  projectId!: string;
  projectName!: string;
  workItemId!: string | null;
  /** Title of the work item that it is about. */
  about!: string | null;
  writtenBy!: LessonWriter;
  writtenAt!: number;
  version!: number;
  /** Whether the caller may change or delete it here. */
  mine!: boolean;
}

export class LessonList {
  own!: Lesson[];
  /** Of the editions before, the latest edition first. */
  earlier!: Lesson[];
}
