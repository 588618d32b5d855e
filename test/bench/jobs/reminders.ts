import { performance } from 'node:perf_hooks';
import { newId, SystemClock } from '@convener/kernel';
import { until } from '../../support/until';
import type { Row, Value } from '../bare';
import { columnsOf } from '../copy';
import { type Job, measure } from '../gauge';
import type { World } from '../world';

const PEOPLE = 1000;
const A_TRANSACTION = 100;

/**
 * One planned reminder of each of many people falls due at once; the time runs from the first mail that arrives until
 * every message is marked as sent, so that the pause between two sweeps, which is no work, does not count.
 */
export const reminders: Job = {
  name: 'reminders',
  run: async (gauge) => {
    const { world, sink, small } = gauge;
    const people = small ? 40 : PEOPLE;
    const waits: number[] = [];
    const ours = async () => {
      const before = sink.taken;
      const begin = performance.now();
      const due = await makeDue(world, people);
      await until(() => sink.taken > before, 'the first mail');
      const first = performance.now();
      await until(() => sink.taken >= before + due, 'all mails', 600_000);
      await until(async () => (await unsent(world)) === 0, 'all messages to be sent', 600_000);
      waits.push(first - begin);
      if (sink.taken !== before + due) throw new Error(`${sink.taken - before} mails for ${due} people`);
      return due / ((performance.now() - first) / 1000);
    };
    const more = () =>
      `first mail after ${(waits.reduce((sum, ms) => sum + ms, 0) / waits.length / 1000).toFixed(1)} s`;
    const floor = () => bareSends(world, people);
    return [await measure(gauge, { job: 'reminders to a local mail server', unit: '/s', ours, floor, more })];
  },
};

/**
 * The next planned reminder of each of so many people whose work nobody else has taken over, as if somebody had asked
 * for it by hand: one that a rule wants later would be dropped when it is looked at.
 */
async function makeDue({ bare }: World, people: number): Promise<number> {
  return bare.run(
    `UPDATE reminders SET fire_at = ?, kind = 'manual' WHERE id IN (
      SELECT MIN(r.id) FROM reminders r
        LEFT JOIN deliverables d ON d.id = r.subject_id
        JOIN work_items w ON w.id = COALESCE(d.work_item_id, r.subject_id)
      WHERE r.status = 'planned' AND w.assignee_id = r.person_id AND COALESCE(d.status, 'open') = 'open'
      GROUP BY r.person_id LIMIT ${people})`,
    [new SystemClock().now()],
  );
}

async function unsent({ bare }: World): Promise<number> {
  const [row] = await bare.all("SELECT COUNT(*) AS n FROM messages WHERE mail_status = 'waiting'");
  return Number(row!.n);
}

/** Messages a second when the bare database writes the message and settles the reminder, a hundred a transaction. */
async function bareSends({ bare }: World, people: number): Promise<number> {
  const columns = (await columnsOf(bare)).get('messages')!;
  const [message] = await bare.all("SELECT * FROM messages WHERE mail_status = 'sent' LIMIT 1");
  const settled = await bare.all(`SELECT id FROM reminders WHERE status = 'sent' LIMIT ${people}`);
  if (!message) throw new Error('No message has been sent');
  const insert = `INSERT INTO messages (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const begin = performance.now();
  for (let at = 0; at < settled.length; at += A_TRANSACTION) {
    await bare.durable(async () => {
      for (const { id } of settled.slice(at, at + A_TRANSACTION)) {
        const row: Row = { ...message, id: newId() };
        await bare.run(
          insert,
          columns.map((column) => row[column] as Value),
        );
        await bare.run("UPDATE reminders SET status = 'sent', message_id = ? WHERE id = ?", [row.id!, id as Value]);
      }
    });
  }
  return settled.length / ((performance.now() - begin) / 1000);
}
