import { InboxService } from '@convener/inbox';
import { addDays, type Day } from '@convener/kernel';
import {
  ChecksService,
  DeliverablesService,
  type DeliverableView,
  OwnRowsService,
  WorkItemsService,
  type WorkItemView,
} from '@convener/projects';
import type { WorkingCalendar } from '@convener/schedule';
import type { Office } from './office';
import type { Timeline } from './timeline';
import { NOT_APPLICABLE, OWN_ITEM, RETURN_REASONS, WAITING_FOR, WAIVED } from './words';

/** How many days of overdue work the present shows, and how much of it. */
const HELD_DAYS = 21;
const HELD = 3;
/** How many deliverables wait for each kind of accepter. */
const PENDING = { client: 1, lead: 2, manager: 2 } as const;

/** Deliverables due in the last weeks that nobody got round to, each in another sub-team. */
export function heldUp(items: readonly WorkItemView[], today: Day): Set<string> {
  const recent = allDeliverables(items)
    .filter(({ row }) => row.dueDay !== null && row.dueDay < today && row.dueDay > addDays(today, -HELD_DAYS))
    .sort((a, b) => (a.row.dueDay! < b.row.dueDay! ? 1 : -1));
  const teams = recent.map(({ item }) => item.team?.id);
  return new Set(
    recent
      .filter((_, index) => teams.indexOf(teams[index]) === index)
      .slice(0, HELD)
      .map(({ row }) => row.id),
  );
}

/**
 * Deliverables that were handed in a few days ago and wait for their accepter; first of all those of work items that are
 * held up anyway.
 */
export function pendingOf(items: readonly WorkItemView[], held: ReadonlySet<string>): Set<string> {
  const isHeld = (item: WorkItemView) => item.deliverableList.some(({ id }) => held.has(id));
  const found = allDeliverables(items.filter(isBeforeOpening))
    .filter(({ row }) => row.status === 'open' && !held.has(row.id))
    .sort(
      (a, b) =>
        Number(isHeld(b.item)) - Number(isHeld(a.item)) || ((a.row.dueDay ?? '') < (b.row.dueDay ?? '') ? 1 : -1),
    );
  const of = (accepter: keyof typeof PENDING) =>
    found.filter(({ row }) => row.accepter === accepter).slice(0, PENDING[accepter]);
  return new Set([...of('client'), ...of('lead'), ...of('manager')].map(({ row }) => row.id));
}

/** What does not go by plan, so that the present has something of everything to look at. */
export function addTurns(
  office: Office,
  timeline: Timeline,
  { today, opening, calendar }: { today: Day; opening: Day; calendar: WorkingCalendar },
): void {
  const ago = (workingDays: number) => calendar.addWorkingDays(today, -workingDays);
  timeline.at(ago(85), '15:40', () => waiveOne(office));
  timeline.at(ago(52), '11:20', () => addOwnItem(office, opening));
  timeline.at(ago(7), '14:05', () => letWait(office, today));
  timeline.at(ago(1), '10:45', () => returnOne(office));
  timeline.at(ago(1), '11:05', () => dropCheck(office));
}

/** Everybody clears the inbox on Fridays, until about three weeks ago. */
export function readInboxes(office: Office, timeline: Timeline, { from, today }: { from: Day; today: Day }): void {
  for (let day = from; day < addDays(today, -HELD_DAYS); day = addDays(day, 7)) {
    timeline.at(day, '17:45', async () => {
      for (const { personId } of Object.values(office.cast)) await office.app.get(InboxService).markAllRead(personId);
    });
  }
}

async function waiveOne(office: Office): Promise<void> {
  const open = allDeliverables((await office.items()).filter(isBeforeOpening)).filter(
    ({ row }) => row.status === 'open',
  );
  const small = open.filter(({ row }) => row.accepter === null).at(-1);
  if (small) await office.app.get(DeliverablesService).waive(office.cast.manager, small.row.id, WAIVED);
}

async function dropCheck(office: Office): Promise<void> {
  const checks = (await office.items())
    .filter(({ status }) => status === 'waiting')
    .flatMap(({ checkList }) => checkList);
  const open = checks.find(({ state }) => state === 'open');
  if (open)
    await office.app
      .get(ChecksService)
      .decide(office.cast.manager, open.id, 'not-applicable', { reason: NOT_APPLICABLE });
}

async function addOwnItem(office: Office, opening: Day): Promise<void> {
  const items = await office.items();
  const team = items.find((item) => office.teamOf(item) === 'on-site-staff')?.team;
  await office.app.get(OwnRowsService).addItem(office.cast.logisticsLead, office.projectId, {
    title: OWN_ITEM.title,
    titleEn: OWN_ITEM.titleEn,
    stage: 'before',
    ...(team && { teamId: team.id }),
    assigneeId: office.cast.bohan.personId,
    startDay: addDays(opening, -60),
    dueDay: addDays(opening, -20),
    deliverables: [{ title: OWN_ITEM.deliverable, evidence: 'optional', accepter: 'lead' }],
    checks: OWN_ITEM.checks,
  });
}

/** Three work items of different sub-teams come to wait for somebody outside. */
async function letWait(office: Office, today: Day): Promise<void> {
  const soon = (await office.items())
    .filter((item) => isBeforeOpening(item) && item.dueDay !== null && item.dueDay > addDays(today, 5))
    .sort((a, b) => (a.dueDay! < b.dueDay! ? -1 : 1));
  const teams = soon.map(({ team }) => team?.id);
  for (const item of soon.filter((_, index) => teams.indexOf(teams[index]) === index).slice(0, 3)) {
    const waitingFor = WAITING_FOR[office.teamOf(item) ?? 'other'] ?? WAITING_FOR.other!;
    await office.app
      .get(WorkItemsService)
      .edit(office.workerOf(item), item.id, { status: 'waiting', waitingFor }, null);
  }
}

async function returnOne(office: Office): Promise<void> {
  const submitted = allDeliverables(await office.items()).filter(({ row }) => row.status === 'submitted');
  const found = submitted.find(({ row }) => row.accepter === 'lead') ?? submitted[0];
  if (found) await office.giveBack(found.item, found.row, RETURN_REASONS[0]!);
}

function allDeliverables(items: readonly WorkItemView[]): { item: WorkItemView; row: DeliverableView }[] {
  return items.flatMap((item) => item.deliverableList.map((row) => ({ item, row })));
}

function isOpen({ status }: WorkItemView): boolean {
  return status !== 'done' && status !== 'not-applicable';
}

function isBeforeOpening(item: WorkItemView): boolean {
  return isOpen(item) && (item.stage === 'preparation' || item.stage === 'before');
}
