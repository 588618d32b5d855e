import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { LessonsService } from '@convener/lessons';
import { Database } from '@convener/platform';
import { entryLessonText } from './entry-lesson.rules';
import { entryOf, lockedEntry, RecordScopes } from './record-scopes';

/** Makes lessons of entries of records, also once their project is closed. */
@Injectable()
export class EntryLessonService {
  constructor(
    private readonly database: Database,
    private readonly scopes: RecordScopes,
    private readonly lessons: LessonsService,
  ) {}

  /** A second time answers the same lesson. */
  make(person: SignedIn, entryId: string): Promise<{ lessonId: string }> {
    return this.database.write(async (em) => {
      const { deliverableId } = await entryOf(em, entryId);
      const { project, actor, item } = await this.scopes.look(em, deliverableId, person);
      const entry = await lockedEntry(em, entryId);
      const of = { projectId: project.id, name: project.name, itemId: item.id };
      const kind = entry.kind === 'incident' ? 'risk' : 'to-change';
      const facts = { text: entryLessonText(entry), kind } as const;
      const from = { kind: 'record-entry', id: entry.id, title: entry.title } as const;
      return { lessonId: await this.lessons.addFrom(em, actor, of, facts, from) };
    });
  }
}
