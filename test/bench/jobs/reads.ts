import type { Value } from '../bare';
import { type Figure, type Gauge, type Job, measure, p50Of, p50OfRuns } from '../gauge';
import { BUSY_PROJECTS, type Person } from '../world';

const MINE = "w.assignee_id = ? AND w.status IN ('to-do', 'doing', 'waiting')";
/** What a row of a list shows of its work item. */
const ITEM =
  'id, project_id, code, title, title_en, stage, workflow, start_day, due_day, due_time, status, waiting_for, source, standard, version, team_id, assignee_id';
const partsOf = (table: string) => `FROM work_items w JOIN ${table} p ON p.work_item_id = w.id WHERE ${MINE}`;
const LISTED = 30;

interface Read {
  job: string;
  path: string;
  person: Person;
  /** The same rows, read bare. */
  floor: readonly (readonly [sql: string, values: readonly Value[]])[];
}

async function read(gauge: Gauge, { job, path, person, floor }: Read): Promise<Figure> {
  const { world, small } = gauge;
  const client = { cookie: await world.cookieOf(person), requests: [{ method: 'GET' as const, path }], from: 0 };
  const times = small ? 3 : 60;
  const bare = async () => {
    for (const [sql, values] of floor) await world.bare.all(sql, values);
  };
  return measure(gauge, {
    job,
    unit: 'ms',
    ours: () => p50Of(gauge, client, times),
    floor: () => p50OfRuns(times, bare),
  });
}

/** A person with 300 open work items, and a manager with as many who has also deliverables to accept. */
export const myWork: Job = {
  name: 'my-work',
  run: async (gauge) => {
    const of = (id: string): Read['floor'] => [
      ['SELECT * FROM project_members WHERE person_id = ?', [id]],
      [`SELECT ${ITEM} FROM work_items w WHERE ${MINE} ORDER BY w.due_day`, [id]],
      [`SELECT p.id, p.work_item_id, p.status, p.due_day ${partsOf('deliverables')}`, [id]],
      [`SELECT p.id, p.work_item_id, p.state ${partsOf('checks')}`, [id]],
    ];
    const path = '/api/me/work';
    const person = await gauge.world.busy('member', 0);
    const first = await read(gauge, { job: `my work, ${person.items} open items`, path, person, floor: of(person.id) });
    // Only now: in a small world the manager takes the same work items over.
    const manager = await gauge.world.busy('manager', BUSY_PROJECTS);
    const job = 'my work of a manager, with deliverables to accept';
    return [first, await read(gauge, { job, path, person: manager, floor: of(manager.id) })];
  },
};

/** All rows of a project as the web app asks for them. */
export const checklist: Job = {
  name: 'checklist',
  run: async (gauge) => {
    const project = gauge.world.project(20);
    const person = gauge.world.member(project, 3);
    const path = `/api/projects/${project}/work-items?limit=200`;
    const floor: Read['floor'] = [
      [`SELECT ${ITEM} FROM work_items WHERE project_id = ? ORDER BY position`, [project]],
      ['SELECT id, work_item_id, status, due_day FROM deliverables WHERE project_id = ?', [project]],
      ['SELECT id, work_item_id, state FROM checks WHERE project_id = ?', [project]],
    ];
    return [await read(gauge, { job: "one project's checklist", path, person, floor })];
  },
};

export const progress: Job = {
  name: 'progress',
  run: async (gauge) => {
    const project = gauge.world.project(20);
    const person = gauge.world.member(project, 3);
    const floor: Read['floor'] = [
      [
        'SELECT stage, team_id, status, COUNT(*) FROM work_items WHERE project_id = ? GROUP BY stage, team_id, status',
        [project],
      ],
      ['SELECT status, COUNT(*) FROM deliverables WHERE project_id = ? GROUP BY status', [project]],
      ['SELECT state, COUNT(*) FROM checks WHERE project_id = ? GROUP BY state', [project]],
    ];
    return [await read(gauge, { job: 'its progress', path: `/api/projects/${project}/progress`, person, floor })];
  },
};

export const projectList: Job = {
  name: 'list',
  run: async (gauge) => {
    const person = await gauge.world.joiner(LISTED);
    const mine = 'project_id IN (SELECT project_id FROM project_members WHERE person_id = ?)';
    const floor: Read['floor'] = [
      [
        `SELECT p.* FROM projects p JOIN project_members m ON m.project_id = p.id WHERE m.person_id = ? ORDER BY p.id DESC`,
        [person.id],
      ],
      [`SELECT project_id, status, COUNT(*) FROM work_items WHERE ${mine} GROUP BY project_id, status`, [person.id]],
      [`SELECT project_id, status, COUNT(*) FROM deliverables WHERE ${mine} GROUP BY project_id, status`, [person.id]],
      [`SELECT project_id, state, COUNT(*) FROM checks WHERE ${mine} GROUP BY project_id, state`, [person.id]],
    ];
    return [
      await read(gauge, { job: `project list of ${LISTED}`, path: `/api/projects?limit=${LISTED}`, person, floor }),
    ];
  },
};
