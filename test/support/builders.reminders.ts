import { Person } from '@convener/access';
import { Message } from '@convener/delivery';
import { newId } from '@convener/kernel';
import { type Database, insertAll, OutgoingMail } from '@convener/platform';
import { Deliverable, Project, WorkItem } from '@convener/projects';
import { Reminder } from '@convener/reminders';
import { ProjectMember, Team, TeamMember } from '@convener/teams';
import type { EntityManager } from 'typeorm';

/** What `DatabaseKind.open()` must know for `fallDue`. */
export const REMINDER_TABLES = [
  Person,
  Project,
  ProjectMember,
  Team,
  TeamMember,
  WorkItem,
  Deliverable,
  Reminder,
  Message,
  OutgoingMail,
];

export interface DueReminders {
  people: number;
  projects: number;
  reminders: number;
  /** The instants (epoch ms) between which they fire, evenly spread. */
  from: number;
  to: number;
}

/** One reminder of `fallDue`, and the work item behind it. */
export interface DueRow {
  id: string;
  itemId: string;
  personId: string;
  fireAt: number;
  /** Nobody else's, so that it can be found in a mail. */
  title: string;
}

export interface Fallen {
  rows: DueRow[];
  people: Person[];
  projectIds: string[];
}

const DUE_DAY = '2031-05-20';
const ROWS_PER_TRANSACTION = 5_000;

/**
 * Writes people with work in running projects, and for each piece of work one reminder straight into the plan: half
 * about work items, half about the one deliverable in them. The person of a reminder is its work's assignee. The API
 * must have been started on this database once: the projects stand on a published template.
 */
export async function fallDue(database: Database, size: DueReminders): Promise<Fallen> {
  const run = newId().slice(-6);
  const people = Array.from({ length: size.people }, (_, index) => aPerson(`due-${run}-${index}`));
  const projects = await database.write(async (em) => {
    await insertAll(em, Person, people);
    return addProjects(em, size.projects, people);
  });
  const rows = Array.from({ length: size.reminders }, (_, index): DueRow & { projectId: string } => ({
    id: newId(),
    itemId: newId(),
    personId: people[index % people.length]!.id,
    projectId: projects[placesOf(index % people.length, projects.length)[Math.floor(index / people.length) % 2]!]!,
    fireAt: size.from + Math.floor(((size.to - size.from) * index) / size.reminders),
    title: `到期 ${run}-${index}.`,
  }));
  for (let start = 0; start < rows.length; start += ROWS_PER_TRANSACTION) {
    await database.write((em) => addWork(em, rows.slice(start, start + ROWS_PER_TRANSACTION), start));
  }
  // Last and all at once: no sweep finds a part of them.
  await database.write((em) => insertAll(em, Reminder, rows.map(reminderOf)));
  return { rows, people, projectIds: projects };
}

function aPerson(name: string): Person {
  const account = { passwordHash: '-', workspaceRole: 'member', locale: 'zh-TW', active: true } as const;
  return { id: newId(), name, email: `${name}@convener.test`, createdAt: 0, version: 1, ...account };
}

/** Everybody takes part in two projects: two thousand people in a hundred projects are forty in each. */
function placesOf(person: number, projects: number): [number, number] {
  const first = person % projects;
  return [first, (first + 1 + (Math.floor(person / projects) % Math.max(1, projects - 1))) % projects];
}

async function addProjects(em: EntityManager, count: number, people: readonly Person[]): Promise<string[]> {
  const [template] = await em.query<{ slug: string; version: number }[]>(
    "SELECT slug, version FROM template_versions WHERE slug = 'conference' ORDER BY version DESC LIMIT 1",
  );
  if (!template) throw new Error('No template is published: start the API on this database first');
  const ids = Array.from({ length: count }, newId);
  const days = { openingDay: '2031-06-12', closingDay: '2031-06-14', zone: 'Asia/Taipei' };
  const given = { anchors: [], options: {}, leftOut: [], ownDays: [], strictChecks: false, status: 'running' as const };
  const from = {
    templateSlug: template.slug,
    templateVersion: template.version,
    createdBy: people[0]!.id,
    createdAt: 0,
  };
  await insertAll(
    em,
    Project,
    ids.map((id, index) => ({ id, name: `專案 ${index}`, ...days, ...given, ...from, version: 1 })),
  );
  const members = people.flatMap(({ id }, index) =>
    [...new Set(placesOf(index, count))].map((place) => ({ projectId: ids[place]!, personId: id })),
  );
  await insertAll(
    em,
    ProjectMember,
    members.map((member) => ({ ...member, role: 'member' as const, createdAt: 0 })),
  );
  return ids;
}

async function addWork(
  em: EntityManager,
  rows: readonly (DueRow & { projectId: string })[],
  position: number,
): Promise<void> {
  const planned = {
    stage: 'before',
    workflow: 'programme',
    ownerRole: 'member',
    source: 'own',
    status: 'to-do',
  } as const;
  const items = rows.map(({ itemId, projectId, personId, title }, index): Partial<WorkItem> => ({
    ...{ id: itemId, projectId, title, position: position + index, dueDay: DUE_DAY, assigneeId: personId },
    ...{ ...planned, createdAt: 0, version: 1 },
  }));
  const asked = {
    position: 0,
    source: 'own',
    preparer: 'member',
    evidence: 'no',
    kind: 'file',
    status: 'open',
  } as const;
  const deliverables = rows.filter(aboutDeliverable).map(({ id, itemId, projectId, title }): Partial<Deliverable> => ({
    ...{ id, workItemId: itemId, projectId, title, dueDay: DUE_DAY },
    ...{ ...asked, sources: [], selfAccepted: false, version: 1 },
  }));
  await insertAll(em, WorkItem, items);
  await insertAll(em, Deliverable, deliverables);
}

/** Every second one; its deliverable then carries the reminder's own id. */
function aboutDeliverable(_row: DueRow, index: number): boolean {
  return index % 2 === 1;
}

function reminderOf(row: DueRow & { projectId: string }, index: number): Partial<Reminder> {
  const { id, itemId, projectId, personId, fireAt } = row;
  const subject = aboutDeliverable(row, index)
    ? { subjectType: 'deliverable' as const, subjectId: id }
    : { subjectType: 'work-item' as const, subjectId: itemId };
  const unsettled = { messageId: null, createdAt: 0, settledAt: null };
  const state = { status: 'planned', kind: 'due', expiresAt: null, recipient: null, ...unsettled } as const;
  return { id, projectId, personId, fireAt, rule: '1d-before', dueDay: DUE_DAY, ...subject, ...state };
}
