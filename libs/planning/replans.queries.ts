import { Injectable } from '@nestjs/common';
import { can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Database, readAll } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { type AnswersThen, type ReplanCounts, ReplanRecord } from './replan.entity';

/** How far back the list goes. */
const LISTED = 100;

type ShownAnswers = Pick<AnswersThen, 'openingDay' | 'closingDay' | 'anchors' | 'options'>;

export interface ReplanView {
  id: string;
  by: PersonRef;
  at: number;
  before: ShownAnswers;
  after: ShownAnswers;
  counts: ReplanCounts;
  undoneAt: number | null;
  /** The caller may take it back now. */
  mayUndo: boolean;
}

/** Reads of what was re-planned. */
@Injectable()
export class ReplansQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
  ) {}

  /** The newest first. */
  of(person: SignedIn, projectId: string): Promise<ReplanView[]> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.seen(em, projectId, person);
      const tail = `WHERE t.project_id = ? ORDER BY t.id DESC LIMIT ${LISTED}`;
      const rows = await readAll(em, ReplanRecord, tail, [projectId]);
      const people = await this.people.refs(
        em,
        rows.map(({ byId }) => byId),
      );
      const undoable = project.status === 'running' && can(actor, 'project.replan');
      const last = rows.find(({ undoneAt }) => undoneAt === null);
      return rows.map(({ id, byId, at, before, after, counts, undoneAt }) => ({
        ...{ id, at, counts, undoneAt },
        by: people.get(byId) ?? { id: byId, name: '' },
        before: shown(before),
        after: shown(after),
        mayUndo: undoable && id === last?.id,
      }));
    });
  }
}

const shown = ({ openingDay, closingDay, anchors, options }: AnswersThen): ShownAnswers => ({
  ...{ openingDay, closingDay, anchors, options },
});
