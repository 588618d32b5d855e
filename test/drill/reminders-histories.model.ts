import { addDays, type Day, dayAt, later } from '@convener/kernel';
import {
  diffLate,
  diffPlan,
  type PlannedReminder,
  receiverNow,
  remindersFor,
  type RuleSet,
  type SubjectPlan,
} from '@convener/reminders';
import { WorkingCalendar } from '@convener/schedule';
import type { ReminderRule } from '@convener/templates';

/** Taipei never changes its clocks, so that the oracle can count its mornings without any library. */
const ZONE = 'Asia/Taipei';
const HOUR = 3_600_000;
const CALENDAR = new WorkingCalendar([], []);
export const BEGIN = Date.parse('2027-12-27T08:00:00+08:00');

export const RULES: readonly (ReminderRule & { days: number })[] = [
  { key: 'before', days: -2 },
  { key: 'on', days: 0, to: ['assignee', 'lead'] },
  { key: 'start', when: 'start', days: -1 },
  { key: 'anchor', when: 'anchor', anchor: 'opening', days: -3, to: ['manager'] },
  { key: 'waiting', when: 'status', status: 'waiting', days: 1 },
];
const ESCALATION = { leadAfter: 2, managerAfter: 3 };

export type Person = 'an' | 'bo' | 'cy' | 'di';
export interface Item {
  id: string;
  dueDay: Day | null;
  startDay: Day | null;
  status: 'doing' | 'waiting' | 'done';
  statusSince: number;
  assignee: Person | null;
  progressedAt: number | null;
  acknowledged: boolean;
}

export type Op =
  | { op: 'due' | 'start'; item: number; days: number | null }
  | { op: 'status'; item: number; to: Item['status'] }
  | { op: 'assign'; item: number; to: Person | null }
  | { op: 'progress' | 'acknowledge'; item: number }
  | { op: 'remind'; item: number; to: 'assignee' | 'lead' | 'manager' }
  | { op: 'rule'; rule: number }
  | { op: 'anchor'; days: number }
  | { op: 'lead' | 'manager'; to: Person }
  | { op: 'running'; on: boolean }
  | { op: 'wait'; hours: number }
  | { op: 'claim' }
  | { op: 'open' };

interface Row extends PlannedReminder {
  id: string;
  status: 'planned' | 'claimed' | 'told' | 'dropped' | 'cancelled';
}

/** A project in memory that plans, claims and looks again by the product's own rules, and an oracle that uses none of them. */
export class History {
  now = BEGIN;
  readonly faults: string[] = [];
  private readonly items: Item[] = [0, 1].map((n) => ({
    ...{ id: `item ${n}`, dueDay: addDays('2028-01-03', n), startDay: '2027-12-30', status: 'doing' as const },
    ...{ statusSince: BEGIN, assignee: n === 0 ? ('an' as const) : null, progressedAt: null, acknowledged: false },
  }));
  private rows: Row[] = [];
  private readonly on = new Set(RULES.map(({ key }) => key));
  private opening: Day = '2028-01-10';
  private lead: Person = 'bo';
  private manager: Person = 'cy';
  private running = true;
  /** When anything was last changed; before the first change, the beginning. */
  private changedAt = BEGIN;
  private readonly told = new Set<string>();
  private count = 0;

  constructor() {
    this.replan();
  }

  run(op: Op): void {
    if (op.op === 'wait') this.now += op.hours * HOUR;
    else if (op.op === 'claim') this.claim();
    else if (op.op === 'open') this.open();
    else {
      this.change(op);
      this.changedAt = this.now;
      this.replan();
    }
  }

  /** Lives on through a month of mornings with nothing changing, and misses nothing that is due by then. */
  end(): void {
    for (let days = 0; days < 40; days += 1) {
      this.claim();
      this.open();
      this.now += 24 * HOUR;
    }
    this.claim();
    this.open();
    this.requireNothingLost();
  }

  private change(op: Exclude<Op, { op: 'wait' | 'claim' | 'open' }>): void {
    if ('item' in op) return this.changeItem(this.items[op.item]!, op);
    if (op.op === 'rule') {
      const { key } = RULES[op.rule]!;
      if (!this.on.delete(key)) this.on.add(key);
    } else if (op.op === 'anchor') this.opening = addDays(this.today, op.days);
    else if (op.op === 'lead') this.lead = op.to;
    else if (op.op === 'manager') this.manager = op.to;
    else if (op.op === 'running') this.running = op.on;
  }

  private changeItem(item: Item, op: Extract<Op, { item: number }>): void {
    if (op.op === 'remind') return this.remind(item, op.to);
    if (op.op === 'acknowledge') {
      item.acknowledged = true;
      return;
    }
    Object.assign(item, { progressedAt: this.now, acknowledged: false });
    if (op.op === 'due') item.dueDay = op.days === null ? null : addDays(this.today, op.days);
    if (op.op === 'start') item.startDay = op.days === null ? null : addDays(this.today, op.days);
    if (op.op === 'assign') item.assignee = op.to;
    if (op.op === 'status' && item.status !== op.to) Object.assign(item, { status: op.to, statusSince: this.now });
  }

  private remind(item: Item, recipient: 'assignee' | 'lead' | 'manager'): void {
    const personId = this.people(item)[recipient];
    if (!this.isOpen(item) || !personId) return;
    const what = { kind: 'manual' as const, rule: `manual ${(this.count += 1)}`, recipient, personId };
    const about = { subjectType: 'work-item' as const, subjectId: item.id, dueDay: this.today };
    this.rows.push({ ...about, ...what, fireAt: this.now, expiresAt: null, id: what.rule, status: 'planned' });
  }

  private replan(): void {
    const planned = this.rows.filter(({ status }) => status === 'planned');
    const wanted = this.items.flatMap((item) =>
      remindersFor(this.subject(item), this.rules, this.anchors, CALENDAR, ZONE, this.now),
    );
    const late = diffLate(
      planned.filter(({ fireAt }) => fireAt <= this.now),
      (row) => this.receiver(row),
    );
    const diff = diffPlan(
      planned.filter(({ fireAt }) => fireAt > this.now),
      wanted,
    );
    const gone = new Set([...diff.cancel, ...late.cancel]);
    const moved = new Map([...late.readdress].flatMap(([personId, ids]) => ids.map((id) => [id, personId] as const)));
    for (const row of planned) {
      if (gone.has(row.id)) row.status = 'cancelled';
      row.personId = moved.get(row.id) ?? row.personId;
    }
    for (const row of diff.insert) this.rows.push({ ...row, id: `row ${(this.count += 1)}`, status: 'planned' });
  }

  private claim(): void {
    for (const row of this.rows) if (row.status === 'planned' && row.fireAt <= this.now) row.status = 'claimed';
  }

  private open(): void {
    for (const row of this.rows) {
      if (row.status !== 'claimed') continue;
      const personId = this.receiver(row);
      row.status = personId === null ? 'dropped' : 'told';
      if (personId !== null) this.judge(row, personId);
    }
  }

  private receiver(row: Row): string | null {
    const item = this.items.find(({ id }) => id === row.subjectId)!;
    return receiverNow(row, this.subject(item), this.rules, this.anchors, CALENDAR, ZONE);
  }

  private subject(item: Item): SubjectPlan {
    const outstanding = this.isOpen(item);
    const { startDay, status, statusSince, dueDay } = item;
    const people = { ...this.people(item), preparer: null, accepter: null, client: null };
    const facts = { startDay, outstanding, status, statusSince, people, idleSince: this.idleSince(item) };
    return { ref: { type: 'work-item', id: item.id }, dueDay, open: outstanding, personId: this.owner(item), facts };
  }

  private get rules(): RuleSet {
    const off = new Set(RULES.map(({ key }) => key).filter((key) => !this.on.has(key)));
    return { at: '09:00', rules: RULES.filter(({ key }) => this.on.has(key)), escalation: ESCALATION, off };
  }

  private get anchors(): ReadonlyMap<string, Day> {
    return new Map([['opening', this.opening]]);
  }

  private get today(): Day {
    return dayAt(this.now, ZONE);
  }

  // What follows is the oracle: plain reasoning about how things stand.

  private isOpen(item: Item): boolean {
    return this.running && item.status !== 'done';
  }

  private owner(item: Item): Person {
    return item.assignee ?? this.lead;
  }

  private people(item: Item): Record<'assignee' | 'lead' | 'manager', Person | null> {
    return { assignee: item.assignee, lead: this.lead, manager: this.manager };
  }

  private idleSince(item: Item): Day | null {
    if (!this.isOpen(item) || item.acknowledged || item.dueDay === null) return null;
    return item.progressedAt === null ? item.dueDay : later(item.dueDay, dayAt(item.progressedAt, ZONE));
  }

  /** Each is told about open work alone, by a rule that is on, of a day that still is that day, to the right person, once. */
  private judge(row: Row, personId: string): void {
    const item = this.items.find(({ id }) => id === row.subjectId)!;
    const fault = (what: string) => this.faults.push(`${what}: ${row.rule} of ${row.subjectId} to ${personId}`);
    if (!this.isOpen(item)) fault('about closed work');
    if (!this.rightPeople(row, item).includes(personId)) fault('to the wrong person');
    if (row.fireAt > this.now) fault('before its time');
    const key = [row.rule, row.subjectId, row.recipient, row.dueDay, row.fireAt].join();
    if (this.told.has(key)) fault('twice');
    this.told.add(key);
    if (row.kind === 'manual') return;
    if (row.kind !== 'escalation' && !this.on.has(row.rule)) fault('by a rule that is off');
    if (this.countsFrom(row.rule, item) !== row.dueDay) fault('of a day that has moved');
  }

  private rightPeople(row: Row, item: Item): (string | null)[] {
    return [row.recipient === null ? this.owner(item) : this.people(item)[row.recipient as 'lead']];
  }

  private countsFrom(rule: string, item: Item): Day | null {
    if (rule === 'escalation') return this.idleSince(item);
    if (rule === 'start') return item.startDay;
    if (rule === 'anchor') return this.opening;
    if (rule === 'waiting') return item.status === 'waiting' ? dayAt(item.statusSince, ZONE) : null;
    return item.dueDay;
  }

  /** Of what has come since the last change everything has been told that should be. */
  private requireNothingLost(): void {
    for (const item of this.items.filter((one) => this.isOpen(one))) {
      for (const { key, days, to } of RULES.filter((rule) => this.on.has(rule.key))) {
        const from = this.countsFrom(key, item);
        if (from === null || (key === 'anchor' && (item.dueDay === null || item.dueDay > from))) continue;
        const fireAt = nine(addDays(from, days));
        if (fireAt <= this.changedAt || fireAt > this.now) continue;
        const people = this.people(item);
        const first = (to ?? []).map((role) => [role, people[role as 'lead']] as const).filter(([, one]) => one);
        const once = first.filter(([, one], index) => first.findIndex(([, other]) => other === one) === index);
        for (const recipient of to ? once.map(([role]) => role) : [null])
          if (!this.told.has([key, item.id, recipient, from, fireAt].join()))
            this.faults.push(`lost: ${key} of ${item.id}`);
      }
    }
  }
}

function nine(day: Day): number {
  return Date.parse(`${day}T09:00:00+08:00`);
}
