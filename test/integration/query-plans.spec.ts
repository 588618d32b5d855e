import { SweepService } from '@convener/delivery';
import { PersonalDataSweep } from '@convener/personal-data';
import { databaseKinds } from '../support/database';
import { growingTables, scansOf } from '../support/plans';
import { type Statement, StatementLog } from '../support/statements';
import { until } from '../support/until';
import { READS, WRITES } from './query.requests';
import { QueryWorld } from './query.world';

/** Full scans that are meant, or not yet mended: by request and table, with the reason. Off the list once they are gone. */
const KNOWN: Readonly<Record<string, string>> = {
  'GET /api/setup | people': 'any one person will do: it stops at the first',
  'GET /api/outbox | outgoing_mail': 'walks back by the key and stops at the end of the page',
  'GET /api/projects · ?limit=200 | projects':
    'an admin sees all: walks back by the key and stops at the end of the page',
  'GET /api/projects · ?limit=200&health=stale&q=a | projects':
    'an admin looks among all for a part of a name, which no index finds',
  'GET /api/letter-templates | letter_templates': 'lists all that the house has, a few hundred at most',
  'GET /api/standards/{slug}/use · of an admin | projects':
    'an admin sees all: walks back by the key and stops once there are enough',
};

/** Planned on SQLite alone, for reasons of its own. */
const KNOWN_ON_SQLITE: Readonly<Record<string, string>> = {
  'GET /api/people | people': 'shows everybody with an account',
  'GET /api/operations | messages': 'walks what waits or failed and the mails of one day, by their index',
  'GET /api/operations/messages | messages': 'walks what waits or failed, by their index',
  'POST /api/projects | invitations': 'a sub-team is looked for in invitations only after a broken foreign key',
  'POST /api/projects | lessons': 'a work item is looked for in lessons only after a broken foreign key',
  'the sweep and the sending of reminders | messages': 'a few messages by id, among those that wait, by their index',
};

/** Planned on PostgreSQL alone, which knows how many rows there are and here has few. */
const KNOWN_ON_POSTGRES: Readonly<Record<string, string>> = {
  'GET /api/me/work | team_members': 'fewer rows than the sub-teams that it is joined with',
  'GET /api/me/acceptances | team_members': 'fewer rows than the sub-teams that it is joined with',
  'the sweep and the sending of reminders | team_members': 'fewer rows than the sub-teams that it is joined with',
  'POST /api/me/reminder-rules | team_members': 'fewer rows than the sub-teams that it is joined with',
  'POST /api/me/reminder-rules | reminder_rules': "those of everybody in all of a manager's projects: here nearly all",
  'GET /api/me/check-ins | check_ins': 'one a list at most, and here hardly any list has one',
  'GET /api/registers/{id}/check-in | check_in_arrivals': 'here nobody has arrived anywhere',
  ...Object.fromEntries(
    [
      ...['GET /api/projects/{id}/closing-report', 'GET /api/projects/{id}/closing-report/chapters/{key}'],
      ...['PATCH /api/projects/{id}/closing-report/chapters/{key}'],
      ...['POST /api/projects/{id}/closing-report/chapters/{key}/looked-through'],
    ].map((request) => [`${request} | check_in_arrivals`, 'here nobody has arrived anywhere']),
  ),
  'GET /api/projects/{id}/closing | contracts': 'here there are hardly any',
  'GET /api/projects/{id}/closing | record_entries': 'here there are hardly any',
  'POST /api/projects/{id}/closing/waivers | contracts': 'here there are hardly any',
  'POST /api/projects/{id}/closing/waivers | record_entries': 'here there are hardly any',
  'POST /api/projects/{id}/close | contracts': 'here there are hardly any',
  'POST /api/projects/{id}/close | record_entries': 'here there are hardly any',
  'GET /api/projects/{id}/lessons | lesson_decisions': 'here nobody has decided on any',
  'GET /api/lessons/{id} | lesson_decisions': 'here nobody has decided on any',
  'POST /api/projects/{id}/next-edition/preview | lesson_decisions': 'here nobody has decided on any',
  'GET /api/projects/{id}/evidence-pack/summary | register_deliverables': 'here there are hardly any',
  'GET /api/projects/{id}/evidence-pack/summary | contracts': 'here there are hardly any',
  'GET /api/projects/{id}/evidence-pack/summary | record_entries': 'here there are hardly any',
  'GET /api/projects/{id}/evidence-pack | register_deliverables': 'here there are hardly any',
  'GET /api/projects/{id}/evidence-pack | contracts': 'here there are hardly any',
  'GET /api/projects/{id}/evidence-pack | record_entries': 'here there are hardly any',
  'GET /api/standards/{slug}/use | projects': 'walks back by the key and stops once there are enough',
  'GET /api/projects · ?limit=30 | projects': 'walks back by the key and stops at the end of the page',
};

const SWEEP = 'the sweep and the sending of reminders';
const DUE = 60;
const WAITING = "SELECT COUNT(*) AS n FROM messages WHERE mail_status = 'waiting'";
/** Enough for PostgreSQL to see that looking rows up is cheaper than reading a table. */
const PROJECTS = 60;

describe.each(databaseKinds())('the plans of statements on $name', (database) => {
  let log: StatementLog;
  let world: QueryWorld;
  let meant: Set<string>;
  let growing: Set<string>;
  /** Request and table of each full scan, and how the database says it. */
  const scans = new Map<string, string>();

  beforeAll(async () => {
    log = new StatementLog();
    world = await QueryWorld.open(database);
    await world.grow(PROJECTS);
    const known = world.bare.kind === 'sqlite' ? { ...KNOWN, ...KNOWN_ON_SQLITE } : { ...KNOWN, ...KNOWN_ON_POSTGRES };
    meant = new Set(Object.keys(known));
    growing = await growingTables(world.bare);
    await world.bare.exec(world.bare.kind === 'sqlite' ? 'SELECT 1' : 'ANALYZE');
    for (const { name, make } of [...READS, ...WRITES]) {
      const { as, path, body, headers } = await make(world);
      const asked = await log.during(() => as.send(name.split(' ')[0] as 'GET', path, body, headers));
      await look(name, asked.statements);
    }
    await makeDue();
    const ours = (await log.meanwhile(sendReminders)).filter(({ sql }) => sql !== WAITING);
    await look(SWEEP, ours);
    await world.bare.run("UPDATE projects SET closing_day = '2020-01-01' WHERE id = ?", [world.project.id]);
    const sweep = world.app.app.get(PersonalDataSweep, { strict: false });
    await look('the end of personal cells', (await log.during(() => sweep.sweep())).statements);
  }, 300_000);
  afterAll(async () => {
    log.stop();
    await world.close();
  });

  async function makeDue(): Promise<void> {
    const next = `SELECT id FROM reminders WHERE status = 'planned' ORDER BY id LIMIT ${DUE}`;
    await world.bare.run(`UPDATE reminders SET fire_at = ? WHERE id IN (${next})`, [world.app.clock.now()]);
    // A few that hold whatever the rules say, so that mails are sent too; more would meet the cap of a day.
    const few = `SELECT id FROM reminders WHERE status = 'planned' ORDER BY id LIMIT 5`;
    await world.bare.run(`UPDATE reminders SET kind = 'manual' WHERE id IN (${few})`, []);
  }

  async function sendReminders(): Promise<void> {
    await world.app.app.get(SweepService, { strict: false }).sweep();
    const waiting = async () => Number((await world.bare.all(WAITING))[0]!.n);
    await until(async () => (await waiting()) === 0, 'all messages to be sent');
  }

  async function look(name: string, statements: readonly Statement[]): Promise<void> {
    const seen = new Set<string>();
    for (const statement of statements) {
      if (seen.has(statement.sql)) continue;
      seen.add(statement.sql);
      for (const { table, how } of await scansOf(world.bare, statement))
        if (growing.has(table))
          scans.set(`${name} | ${table}`, `${how} | ${statement.sql.replace(/^SELECT .*? FROM/, 'SELECT … FROM')}`);
    }
  }

  it('read no table that grows from end to end', () => {
    expect([...scans].filter(([place]) => !meant.has(place)).map((scan) => scan.join(': '))).toEqual([]);
  });

  it('still do where that is known', () => {
    expect([...meant].filter((place) => !scans.has(place))).toEqual([]);
  });
});
