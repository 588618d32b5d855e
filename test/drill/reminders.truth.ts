import type { Mail } from '@convener/platform';
import { Deliverable, Project, WorkItem } from '@convener/projects';
import type { Reminder } from '@convener/reminders';
import { ProjectMember, TeamMember } from '@convener/teams';
import type { EntityManager } from 'typeorm';

/** How one piece of work stands, read from the tables without any rule of the product. */
export interface Standing {
  title: string;
  open: boolean;
  dueDay: string | null;
  personId: string | null;
}

/** By the id of the subject of its reminders. */
export type Truth = Map<string, Standing>;

/** How everything stood from an instant (epoch ms) on. */
export interface Moment {
  at: number;
  truth: Truth;
}

/** How the work of a project stands: the assignee's, else the lead's, else the manager's; handed in, it is the accepter's. */
export async function readTruth(em: EntityManager, projectId: string, managerId: string): Promise<Truth> {
  const project = await em.findOneByOrFail(Project, { id: projectId });
  const members = new Set((await em.findBy(ProjectMember, { projectId })).map(({ personId }) => personId));
  const leads = new Map(
    (await em.findBy(TeamMember, { lead: true })).map(({ teamId, personId }) => [teamId, personId]),
  );
  const parts = new Map((await em.findBy(Deliverable, { projectId })).map((part) => [part.workItemId, part]));
  const truth: Truth = new Map();
  for (const { id, title, dueDay, status, teamId, assigneeId } of await em.findBy(WorkItem, { projectId })) {
    const open = project.status === 'running' && status !== 'done' && status !== 'not-applicable';
    const above = leads.get(teamId ?? '') ?? managerId;
    const owner = assigneeId !== null && members.has(assigneeId) ? assigneeId : above;
    const part = parts.get(id);
    if (!part) truth.set(id, { title, open, dueDay, personId: owner });
    else {
      const left = part.status === 'open' || part.status === 'submitted';
      // The manager hands in, so the lead accepts.
      const personId = part.status === 'submitted' ? above : owner;
      truth.set(part.id, { title: part.title, open: open && left, dueDay: part.dueDay, personId });
    }
  }
  return truth;
}

/** What is wrong with reminders that have all fired, seen beside the mails that came and how the work stood. */
export function faultsOfEnd(rows: readonly Reminder[], mails: readonly Mail[], history: readonly Moment[]): string[] {
  const titles = [...(history.at(-1)?.truth ?? [])].map(([id, { title }]) => [id, title] as const);
  const lines = mails.flatMap(({ key, text }) =>
    titles.filter(([, title]) => text.includes(title)).map(([id]) => `${key} ${id}`),
  );
  const told = rows.filter(({ status }) => status === 'sent');
  const tellings = new Set(told.map(({ messageId, subjectId }) => `message-${messageId} ${subjectId}`));
  const keys = mails.map(({ key }) => key);
  return [
    ...rows.filter(({ status }) => status === 'planned' || status === 'claimed').map(({ id }) => `${id} was lost`),
    ...[...tellings].filter((telling) => !lines.includes(telling)).map((telling) => `${telling} is in no mail`),
    ...lines.filter((line) => !tellings.has(line)).map((line) => `${line} is of no reminder`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} came twice`),
    ...told
      .filter((row, index) => told.findIndex((other) => isSame(row, other)) !== index)
      .map(({ id }) => `${id} again`),
    ...rows
      .filter((row) => isLeftOut(row) && !hadReason(row, history))
      .map(({ id }) => `${id} was left out for nothing`),
  ];
}

function isSame(one: Reminder, other: Reminder): boolean {
  return one.subjectId === other.subjectId && one.rule === other.rule && one.dueDay === other.dueDay;
}

function isLeftOut({ status }: Reminder): boolean {
  return status === 'dropped' || status === 'cancelled';
}

/** Whether until then the work was ever settled, due on another day, or (for a plan that was changed) somebody else's. */
function hadReason(row: Reminder, history: readonly Moment[]): boolean {
  const { subjectId, dueDay, status, personId, settledAt, fireAt } = row;
  return history.some(({ at, truth }) => {
    if (at > (settledAt ?? fireAt)) return false;
    const stood = truth.get(subjectId);
    if (!stood?.open || stood.dueDay !== dueDay || stood.personId === null) return true;
    return status === 'cancelled' && stood.personId !== personId;
  });
}
