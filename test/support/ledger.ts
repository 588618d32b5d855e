import type { DataSource } from 'typeorm';

/** What a client has heard of a write: it was answered 2xx, or nothing certain was heard (a kill, a 503). */
export type Fate = 'answered' | 'unanswered';

interface Written {
  fate: Fate;
}

/** What one client asked to be written, in its order, to be compared with the rows afterwards. */
export class Ledger {
  readonly edits: (Written & { title: string })[] = [];
  readonly ticks: Written[] = [];
  readonly notes: (Written & { note: string })[] = [];
  readonly items: (Written & { title: string })[] = [];
  readonly starts: (Written & { name: string })[] = [];

  constructor(
    readonly itemId: string,
    readonly checkId: string,
    readonly deliverableId: string,
  ) {}

  count(fate: Fate): number {
    const all: Written[] = [...this.edits, ...this.ticks, ...this.notes, ...this.items, ...this.starts];
    return all.filter((written) => written.fate === fate).length;
  }
}

export interface Verdict {
  /** Answered writes without their rows. */
  lost: string[];
  /** Writes of which only a part is there: a row without its entry of activity, an entry without its row. */
  halves: string[];
  /** Unanswered writes that are there after all: whole, which is right. */
  keptUnanswered: number;
}

interface Rows {
  entries: Map<string, { action: string; title: string; after: string | null }[]>;
  items: Map<string, { id: string; title: string }[]>;
  titles: Map<string, string>;
  checks: Map<string, string>;
  checksOf: Map<string, number>;
  notes: Map<string, string[]>;
  projects: Map<string, { id: string; items: number; checks: number; members: number }[]>;
}

/** Compares what clients heard with what is there. */
export async function judge(dataSource: DataSource, ledgers: readonly Ledger[]): Promise<Verdict> {
  const rows = await readRows(dataSource);
  const verdict: Verdict = { lost: [], halves: [], keptUnanswered: 0 };
  for (const ledger of ledgers) {
    judgeEdits(ledger, rows, verdict);
    judgeTicks(ledger, rows, verdict);
    judgeNotes(ledger, rows, verdict);
    judgeItems(ledger, rows, verdict);
  }
  judgeStarts(
    ledgers.flatMap(({ starts }) => starts),
    rows,
    verdict,
  );
  return verdict;
}

function judgeEdits({ edits, itemId }: Ledger, { entries, titles }: Rows, verdict: Verdict): void {
  const told = (entries.get(itemId) ?? []).filter(({ action }) => action === 'work-item.edited');
  const times = (title: string) =>
    told.filter(({ after }) => after !== null && (JSON.parse(after) as { title?: string }).title === title).length;
  let last: string | null = null;
  for (const { title, fate } of edits) {
    const found = times(title);
    if (found === 0 && fate === 'answered') verdict.lost.push(`edit ${title}`);
    if (found > 1) verdict.halves.push(`edit ${title} is told ${found} times`);
    if (found === 1 && fate === 'unanswered') verdict.keptUnanswered += 1;
    if (found > 0) last = title;
  }
  if (last !== null && titles.get(itemId) !== last)
    verdict.halves.push(`item ${itemId} is called ${titles.get(itemId)}, its activity says ${last}`);
}

/** Every answered tick changed the state, so each has an entry of its own, and the state follows from their number. */
function judgeTicks({ ticks, checkId }: Ledger, { entries, checks }: Rows, verdict: Verdict): void {
  const told = (entries.get(checkId) ?? []).length;
  const answered = ticks.filter(({ fate }) => fate === 'answered').length;
  if (told < answered) verdict.lost.push(`${answered - told} ticks of ${checkId}`);
  if (told > ticks.length) verdict.halves.push(`check ${checkId} has ${told} entries of ${ticks.length} ticks`);
  verdict.keptUnanswered += Math.max(0, told - answered);
  const open = checks.get(checkId) === 'open';
  if (open !== (told % 2 === 0)) verdict.halves.push(`check ${checkId} is ${checks.get(checkId)} after ${told} ticks`);
}

function judgeNotes({ notes, deliverableId }: Ledger, rows: Rows, verdict: Verdict): void {
  const kept = rows.notes.get(deliverableId) ?? [];
  for (const { note, fate } of notes) {
    const found = kept.filter((other) => other === note).length;
    if (found === 0 && fate === 'answered') verdict.lost.push(`submit ${note}`);
    if (found > 1) verdict.halves.push(`submit ${note} is kept ${found} times`);
    if (found === 1 && fate === 'unanswered') verdict.keptUnanswered += 1;
  }
  const told = (rows.entries.get(deliverableId) ?? []).filter(({ action }) => action.startsWith('deliverable.submit'));
  if (told.length !== kept.length)
    verdict.halves.push(`deliverable ${deliverableId}: ${kept.length} notes, ${told.length} entries`);
}

function judgeItems({ items }: Ledger, rows: Rows, verdict: Verdict): void {
  for (const { title, fate } of items) {
    const found = rows.items.get(title) ?? [];
    if (found.length === 0 && fate === 'answered') verdict.lost.push(`item ${title}`);
    if (found.length > 1) verdict.halves.push(`item ${title} is there ${found.length} times`);
    if (found.length === 1 && fate === 'unanswered') verdict.keptUnanswered += 1;
    for (const { id } of found) {
      const told = (rows.entries.get(id) ?? []).filter(({ action }) => action === 'work-item.added').length;
      if (told !== 1 || rows.checksOf.get(id) !== 1) verdict.halves.push(`item ${title} lacks a part`);
    }
  }
}

function judgeStarts(starts: Ledger['starts'], { projects, entries }: Rows, verdict: Verdict): void {
  const shapes = new Set<string>();
  for (const { name, fate } of starts) {
    const found = projects.get(name) ?? [];
    if (found.length === 0 && fate === 'answered') verdict.lost.push(`project ${name}`);
    if (found.length === 1 && fate === 'unanswered') verdict.keptUnanswered += 1;
    for (const { id, ...shape } of found) {
      shapes.add(JSON.stringify(shape));
      if ((entries.get(id) ?? []).length !== 1) verdict.halves.push(`project ${name} lacks its entry`);
    }
  }
  if (shapes.size > 1) verdict.halves.push(`projects of one template differ: ${[...shapes].join(' ')}`);
}

async function readRows(dataSource: DataSource): Promise<Rows> {
  const ask = <R>(sql: string) => dataSource.query<R[]>(sql);
  const entries = await ask<{ subject_id: string; action: string; subject_title: string; after: string | null }>(
    'SELECT subject_id, action, subject_title, after FROM activity',
  );
  const items = await ask<{ id: string; title: string }>('SELECT id, title FROM work_items');
  const checks = await ask<{ id: string; state: string; work_item_id: string }>(
    'SELECT id, state, work_item_id FROM checks',
  );
  const notes = await ask<{ deliverable_id: string; note: string }>('SELECT deliverable_id, note FROM evidence');
  const counted = (table: string) => `(SELECT COUNT(*) FROM ${table} t WHERE t.project_id = p.id)`;
  const projects = await ask<{ id: string; name: string; items: number; checks: number; members: number }>(
    `SELECT id, name, ${counted('work_items')} AS items, ${counted('checks')} AS checks,
      ${counted('project_members')} AS members FROM projects p`,
  );
  const checksOf = new Map<string, number>();
  for (const { work_item_id: id } of checks) checksOf.set(id, (checksOf.get(id) ?? 0) + 1);
  return {
    entries: grouped(entries, 'subject_id', ({ action, subject_title: title, after }) => ({ action, title, after })),
    items: grouped(items, 'title', (item) => item),
    titles: new Map(items.map(({ id, title }) => [id, title])),
    checks: new Map(checks.map(({ id, state }) => [id, state])),
    checksOf,
    notes: grouped(notes, 'deliverable_id', ({ note }) => note),
    projects: grouped(projects, 'name', ({ name: _name, ...shape }) => shape),
  };
}

function grouped<R, V>(rows: readonly R[], key: keyof R & string, value: (row: R) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const name = String(row[key]);
    groups.set(name, [...(groups.get(name) ?? []), value(row)]);
  }
  return groups;
}
