import type { Check, Deliverable, WorkItem } from '@convener/projects';
import { type About, ShownColumns } from '@convener/reports';
import type { Team } from '@convener/teams';
import type { BookedWork } from '../../libs/documents/work-book';

/** Rows for specs of what documents say of them. */
const TEAM = { id: 'team-1', name: '議事組', nameEn: 'Programme' } as Team;

export function bookedWork(item: Partial<WorkItem> = {}, more: Partial<Omit<BookedWork, 'item'>> = {}): BookedWork {
  const blank = {
    id: 'item-1',
    code: 'T1.1',
    title: '議程',
    titleEn: 'Programme',
    stage: 'before',
    status: 'to-do',
  } as const;
  const days = { startDay: null, dueDay: null, baselineStartDay: null, baselineDueDay: null, doneAt: null };
  const whole = { ...blank, ...days, workflow: 'programme', waitingSince: null, ...item } as WorkItem;
  return { item: whole, team: TEAM, assignee: null, deliverables: [], checks: [], ...more };
}

export const bookedDeliverable = (id: string, status: Deliverable['status']) => ({ id, status }) as Deliverable;
export const bookedCheck = (state: Check['state']) => ({ state }) as Check;

export function anAbout(project: Partial<About['project']> = {}): About {
  const own = { id: 'project-1', zone: 'Asia/Taipei', anchors: [], status: 'running', ...project };
  return {
    ...{ project: own, language: 'zh-TW', today: '2028-05-01', chosen: {}, shown: new ShownColumns() },
    say: (zh: string) => zh,
    name: (row: { title?: string; name?: string }) => row.title ?? row.name ?? '',
  } as unknown as About;
}
