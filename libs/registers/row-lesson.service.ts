import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { conflict, isId, notFound } from '@convener/kernel';
import { LessonsService } from '@convener/lessons';
import { Database, plainRows } from '@convener/platform';
import { lockRow } from '@convener/projects';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes } from './register-scope';
import { lessonTextOf } from './row-lesson.rules';
import { solvedColumn, workOfRow } from './row-work.rules';

/** Makes lessons of findings and incidents, also once their project is closed. */
@Injectable()
export class RowLessonService {
  constructor(
    private readonly database: Database,
    private readonly scopes: RegisterScopes,
    private readonly lessons: LessonsService,
  ) {}

  /** A second time answers the same lesson. Throws 409 for rows of lists that are no findings. */
  make(person: SignedIn, rowId: string): Promise<{ lessonId: string }> {
    return this.database.write(async (em) => {
      const row = isId(rowId) ? await lockRow(em, RegisterRow, rowId, 'write') : null;
      if (!row) throw notFound();
      const { register, project, actor } = await this.scopes.look(em, row.registerId, person);
      if (solvedColumn(register) === null) throw noFinding();
      const [tied] = await plainRows<{ id: string }>(em, ITEM, [register.id]);
      const { title } = workOfRow(register, row);
      const of = { projectId: project.id, name: project.name, itemId: tied?.id ?? null };
      const kind = register.presetKey === 'incidents' ? 'risk' : 'to-change';
      const facts = { text: lessonTextOf(register, row) || title, kind } as const;
      const from = { kind: 'register-row', id: row.id, title: register.name } as const;
      return { lessonId: await this.lessons.addFrom(em, actor, of, facts, from) };
    });
  }
}

/** The work whose deliverable the list is. */
const ITEM = `
  SELECT w.id FROM register_deliverables r
    JOIN deliverables d ON d.id = r.deliverable_id JOIN work_items w ON w.id = d.work_item_id
   WHERE r.register_id = ? ORDER BY w.position, w.id LIMIT 1`;

const noFinding = () =>
  conflict('no-finding', {
    zh: '只有問題紀錄的列能轉成心得；其他心得請直接寫在工作項目上。',
    en: 'Only rows of findings become lessons. Write others at the work item.',
  });
