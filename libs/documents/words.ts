import type { Facts } from '@convener/papers';
import type { Deliverable, WorkItem } from '@convener/projects';
import type { About } from '@convener/reports';

type Words = Record<string, readonly [zh: string, en: string]>;

const ITEM_STATUS: Words = {
  'to-do': ['未開始', 'To do'],
  doing: ['進行中', 'In progress'],
  waiting: ['等待中', 'Waiting'],
  done: ['完成', 'Done'],
  'not-applicable': ['不適用', 'Not applicable'],
};
const DELIVERABLE_STATUS: Words = {
  open: ['未交付', 'Open'],
  submitted: ['待驗收', 'Submitted'],
  accepted: ['已驗收', 'Accepted'],
  delivered: ['已交付', 'Delivered'],
  returned: ['退回', 'Returned'],
  waived: ['免交', 'Waived'],
};

export const itemStatus = ({ say }: About, { status }: Pick<WorkItem, 'status'>) => say(...ITEM_STATUS[status]!);
export const deliverableStatus = ({ say }: Pick<About, 'say'>, { status }: Pick<Deliverable, 'status'>) =>
  say(...DELIVERABLE_STATUS[status]!);

/** What a document opens with. */
export function projectFacts({ project, say }: About): Facts {
  const { name, client, venue, openingDay, closingDay } = project;
  const days = openingDay === closingDay ? openingDay : `${openingDay} – ${closingDay}`;
  return {
    type: 'facts',
    rows: [
      { label: say('專案', 'Project'), value: name },
      ...(client ? [{ label: say('委託客戶', 'Client'), value: client }] : []),
      ...(venue ? [{ label: say('地點', 'Venue'), value: venue }] : []),
      { label: say('日期', 'Dates'), value: days },
    ],
  };
}
