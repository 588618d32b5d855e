import { addDays, dayAt, SystemClock } from '@convener/kernel';
import { type Gauge, type Job, measure, p50Of } from '../gauge';
import { OPENS_IN_DAYS } from '../model';

/** A whole conference whose opening moves by a week and back: every open row by rule moves, with its reminders. */
export const replan: Job = {
  name: 'replan',
  run: async (gauge) => {
    const times = gauge.small ? 2 : 10;
    const dryRun = await replanning(gauge, '/preview');
    const applied = await replanning(gauge, '');
    return [
      await measure(gauge, { job: 're-plan, dry run', unit: 'ms', ours: () => p50Of(gauge, dryRun, times) }),
      await measure(gauge, { job: 're-plan, applied', unit: 'ms', ours: () => p50Of(gauge, applied, times) }),
    ];
  },
};

/** Requests that each change something: an even number of them ends where it began. */
async function replanning({ world }: Gauge, what: string) {
  const project = world.project(20);
  const cookie = await world.cookieOf(world.member(project, 0));
  const opening = addDays(dayAt(new SystemClock().now(), 'Asia/Taipei'), OPENS_IN_DAYS);
  const requests = [7, 0].map((days) => ({
    method: 'POST' as const,
    path: `/api/projects/${project}/replan${what}`,
    body: JSON.stringify({ opening: addDays(opening, days), closing: addDays(opening, days + 2) }),
    ifMatch: '*',
  }));
  return { cookie, requests, from: 0 };
}
