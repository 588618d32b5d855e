import { dayAt } from '@convener/kernel';
import type { Cell, CellTone, TableRow } from '@convener/papers';
import type { Check, Deliverable } from '@convener/projects';
import type { About } from '@convener/reports';
import type { NameOf } from './people-names';
import type { BookedWork } from './work-book';
import { checkState, teamName } from './work-words';
import { deliverableStatus, itemStatus } from './words';

const DELIVERABLE_TONES: Partial<Record<Deliverable['status'], CellTone>> = {
  ...{ accepted: 'good', delivered: 'good', returned: 'bad', submitted: 'warn', waived: 'quiet' },
};
const CHECK_TONES: Partial<Record<Check['state'], CellTone>> = { ticked: 'good', 'not-applicable': 'quiet' };

/** What was decided of the parts of some work. */
export interface Quality {
  deliverables: { total: number; accepted: number; submitted: number; returned: number; open: number; waived: number };
  checks: { total: number; ticked: number; notApplicable: number; open: number };
}

/** `accepted` counts what was handed over without asking for acceptance too: it is settled as well. */
export function qualityOf(work: readonly BookedWork[]): Quality {
  const deliverables = work.flatMap((one) => one.deliverables);
  const checks = work.flatMap((one) => one.checks);
  const having = (...wanted: readonly Deliverable['status'][]) =>
    deliverables.filter(({ status }) => wanted.includes(status)).length;
  const being = (wanted: Check['state']) => checks.filter(({ state }) => state === wanted).length;
  return {
    deliverables: {
      ...{ total: deliverables.length, accepted: having('accepted', 'delivered'), submitted: having('submitted') },
      ...{ returned: having('returned'), open: having('open'), waived: having('waived') },
    },
    checks: {
      ...{ total: checks.length, ticked: being('ticked') },
      ...{ notApplicable: being('not-applicable'), open: being('open') },
    },
  };
}

/** A work item with its days, then its deliverables and checks, each with who decided what, and when. */
export function qualityRows(about: About, work: readonly BookedWork[], nameOf: NameOf): TableRow[] {
  return work.flatMap((one): TableRow[] => [
    { group: titleOf(about, one) },
    ...one.deliverables.map((part) => ({ cells: deliverableCells(about, part, nameOf) })),
    ...one.checks.map((part) => ({ cells: checkCells(about, part, nameOf) })),
  ]);
}

function titleOf(about: About, one: BookedWork): string {
  const { say } = about;
  const { code, startDay, dueDay } = one.item;
  const days = startDay || dueDay ? `${startDay ?? ''} – ${dueDay ?? ''}` : say('未排日期', 'no days yet');
  const name = [code, about.name(one.item)].filter(Boolean).join(' ');
  const parts = [teamName(about, one), ...(one.assignee ? [one.assignee] : []), days, itemStatus(about, one.item)];
  return say(`${name}（${parts.join('，')}）`, `${name} (${parts.join(', ')})`);
}

function deliverableCells(about: About, part: Deliverable, nameOf: NameOf): Cell[] {
  const { say, project } = about;
  const settled = part.settledAt ?? (part.status === 'returned' ? part.statusSince : null);
  const self = part.selfAccepted && part.status === 'accepted' ? say('（自行驗收）', ' (own)') : '';
  const by = nameOf(part.settledBy);
  return [
    ...[say('產出', 'Deliverable'), part.code, about.name(part), part.dueDay],
    toned(deliverableStatus(about, part), DELIVERABLE_TONES[part.status]),
    ...[by && `${by}${self}`, settled === null ? null : dayAt(settled, project.zone), part.reason],
  ];
}

function checkCells(about: About, part: Check, nameOf: NameOf): Cell[] {
  return [
    ...[about.say('驗收要點', 'Check'), part.code, part.text, null],
    toned(checkState(about, part), CHECK_TONES[part.state]),
    ...[
      nameOf(part.decidedBy),
      part.decidedAt === null ? null : dayAt(part.decidedAt, about.project.zone),
      part.reason,
    ],
  ];
}

const toned = (value: string, tone: CellTone | undefined): Cell => ({ value, ...(tone && { tone }) });
