/**
 * Who may do what, in one table. Pure: the caller brings the person's roles and what matters of the thing.
 * `npm run docs:access` prints this table into docs/access.md.
 */
export type WorkspaceRole = 'admin' | 'member';

/** Stored project roles. A lead is a member who leads a sub-team, so it is not stored twice. */
export type ProjectRole = 'manager' | 'member' | 'viewer';

/** Temporary staff are no members: everything that is about members passes them by. */
export type StandingRole = ProjectRole | 'temporary';

/** What a person is in one project. */
export interface ProjectStanding {
  role: StandingRole;
  /** Ids of the sub-teams that the person leads. */
  leads: readonly string[];
  /** Ids of the sub-teams that the person belongs to, the led ones included. */
  teams: readonly string[];
}

export interface Actor {
  personId: string;
  workspaceRole: WorkspaceRole | null;
  /** Came by a code, and has no account. */
  temporary: boolean;
  /** Null outside a project, and for a person who has no part in it. */
  project: ProjectStanding | null;
}

/** What the rules must know of a work item, deliverable or check. */
export interface Thing {
  teamId?: string | null;
  assigneeId?: string | null;
  /** The plan's accepter of a deliverable: manager, lead, client; null where none is asked for. */
  accepter?: string | null;
  /** Who added a piece of evidence. */
  addedBy?: string | null;
  /** A list that is not for the client's people. */
  crewOnly?: boolean;
}

type Relation = (actor: Actor, thing: Thing) => boolean;

const isAdmin: Relation = (actor) => actor.workspaceRole === 'admin';
const isStaff: Relation = (actor) => actor.workspaceRole !== null;
const isSignedIn: Relation = () => true;
const hasAccount: Relation = (actor) => !actor.temporary;
/** An admin stands in for the manager of every project, so that a project never loses its last one. */
const isManager: Relation = (actor) => isAdmin(actor, {}) || actor.project?.role === 'manager';
const takesPart: Relation = (actor) =>
  isManager(actor, {}) || (actor.project !== null && actor.project.role !== 'temporary');
/** Temporary staff and the one sub-team that they came to. What no sub-team has is not theirs. */
const helpsWithIt: Relation = (actor, { teamId }) =>
  actor.project?.role === 'temporary' && typeof teamId === 'string' && actor.project.teams.includes(teamId);
/** Temporary staff too, whatever their sub-team. */
const isThere: Relation = (actor) => isManager(actor, {}) || actor.project !== null;
const seesIt: Relation = (actor, thing) => takesPart(actor, thing) || helpsWithIt(actor, thing);
const isCrew: Relation = (actor) => isManager(actor, {}) || actor.project?.role === 'member';
const leadsAny: Relation = (actor) => isManager(actor, {}) || (actor.project?.leads.length ?? 0) > 0;
const leadsIt: Relation = (actor, { teamId }) =>
  isManager(actor, {}) || (typeof teamId === 'string' && (actor.project?.leads.includes(teamId) ?? false));
/** Whose work it is: the assignee, the sub-team, its lead, the manager; anybody of the crew where no sub-team has it. */
const crewsIt: Relation = (actor, thing) =>
  leadsIt(actor, thing) ||
  (isCrew(actor, {}) &&
    (thing.assigneeId === actor.personId ||
      typeof thing.teamId !== 'string' ||
      (actor.project?.teams.includes(thing.teamId) ?? false)));
const worksOnIt: Relation = (actor, thing) => crewsIt(actor, thing) || helpsWithIt(actor, thing);
/** Who answers for a standstill: whoever has the work, and whoever is over them. */
const answersForIt: Relation = (actor, thing) =>
  leadsIt(actor, thing) || (worksOnIt(actor, thing) && thing.assigneeId === actor.personId);
const addedIt: Relation = (actor, thing) =>
  isManager(actor, {}) || (worksOnIt(actor, thing) && thing.addedBy === actor.personId);
/** Of the house, not of a project. */
const broughtIt: Relation = (actor, { addedBy }) =>
  isAdmin(actor, {}) || (isStaff(actor, {}) && addedBy === actor.personId);
const acceptsIt: Relation = (actor, thing) => {
  if (isManager(actor, thing)) return true;
  if (thing.accepter === 'lead') return leadsIt(actor, thing);
  return thing.accepter === 'client' && actor.project?.role === 'viewer';
};
const readsList: Relation = (actor, { crewOnly }) => (crewOnly ? isCrew(actor, {}) : takesPart(actor, {}));
/** Whoever answers for people, and whoever keeps the list. */
const knowsPeopleIn: Relation = (actor, thing) => leadsAny(actor, {}) || crewsIt(actor, thing);

export const RULES = {
  'people.manage': { who: isAdmin, says: 'admin' },
  'outbox.read': { who: isAdmin, says: 'admin' },
  'operations.use': { who: isAdmin, says: 'admin' },
  'people.read': { who: isStaff, says: 'admin, workspace member' },
  'standards.read': { who: hasAccount, says: 'anybody with an account' },
  'templates.read': { who: hasAccount, says: 'anybody with an account' },
  'calendars.read': { who: hasAccount, says: 'anybody with an account' },
  'calendars.manage': { who: isAdmin, says: 'admin' },
  'templates.edit': { who: isStaff, says: 'admin, workspace member' },
  'letters.read': { who: isStaff, says: 'admin, workspace member' },
  'letters.add': { who: isStaff, says: 'admin, workspace member' },
  'letters.remove': { who: broughtIt, says: 'admin; the workspace member who added it' },
  'projects.start': { who: isStaff, says: 'admin, workspace member' },
  'me.use': { who: isSignedIn, says: 'anybody signed in, temporary staff too' },
  'account.use': { who: hasAccount, says: 'anybody with an account' },
  'projects.list': { who: hasAccount, says: 'anybody with an account; of their own projects' },
  'project.read': { who: takesPart, says: 'everybody in the project but temporary staff' },
  'work.read': { who: seesIt, says: 'everybody in the project; temporary staff within own sub-team' },
  'project.edit': { who: isManager, says: 'manager' },
  'project.close': { who: isManager, says: 'manager' },
  'closing.read': { who: isCrew, says: 'manager, lead, member' },
  'project.hold': { who: isManager, says: 'manager' },
  'baseline.set': { who: isManager, says: 'manager' },
  'recurring.manage': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'project.add-workflow': { who: isManager, says: 'manager' },
  'project.replan': { who: isManager, says: 'manager' },
  'milestone.manage': { who: isManager, says: 'manager' },
  'members.manage': { who: isManager, says: 'manager' },
  'temporary.read': { who: leadsAny, says: 'manager; lead, of own sub-team' },
  'temporary.manage': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'lessons.read': { who: isCrew, says: 'manager, lead, member' },
  'lessons.write': { who: isCrew, says: 'manager, lead, member; those of others only the manager' },
  'comments.read': { who: isCrew, says: 'manager, lead, member' },
  'comments.write': {
    who: isCrew,
    says: 'manager, lead, member; edited only by their author, removed also by the manager',
  },
  'board.read': { who: isCrew, says: 'manager, lead, member' },
  'contracts.read': { who: isCrew, says: 'manager, lead, member' },
  'contracts.write': { who: crewsIt, says: 'assignee, own sub-team, its lead, manager' },
  'records.read': { who: isCrew, says: 'manager, lead, member' },
  'records.write': { who: crewsIt, says: 'assignee, own sub-team, its lead, manager' },
  'registers.read': {
    who: readsList,
    says: 'everybody in the project but temporary staff; a list for the crew alone: manager, lead, member',
  },
  'registers.personal': {
    who: knowsPeopleIn,
    says: 'manager, lead; own sub-team; anybody of the crew where no sub-team keeps the list',
  },
  'registers.manage': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'registers.write': {
    who: crewsIt,
    says: 'own sub-team, its lead, manager; anybody of the crew where no sub-team keeps the list',
  },
  'check-in.manage': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'check-in.work': {
    who: worksOnIt,
    says: 'own sub-team with its temporary staff, its lead, manager; anybody of the crew where no sub-team keeps the list',
  },
  'documents.make': { who: isCrew, says: 'manager, lead, member; what speaks of people: manager, lead' },
  'documents.make-all': { who: leadsAny, says: 'manager, lead' },
  'surveys.read': { who: isCrew, says: 'manager, lead, member' },
  'surveys.manage': { who: leadsAny, says: 'manager, lead' },
  'run-sheet.read': {
    who: isThere,
    says: 'everybody in the project, temporary staff too: the hall needs the whole of it',
  },
  'run-sheet.edit': { who: leadsAny, says: 'manager, lead of any sub-team' },
  'run-sheet.call': { who: leadsAny, says: 'manager, lead of any sub-team: whoever calls the show' },
  'closing-report.edit': { who: leadsAny, says: 'manager, lead; also once the project is closed' },
  'registers.privacy': { who: isManager, says: 'manager' },
  'activity.read': { who: isCrew, says: 'manager, lead, member' },
  'work.assign': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'work.assign-any': { who: leadsAny, says: 'manager, lead (each row is then checked)' },
  'work-item.create': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'work-item.edit': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'work-item.progress': { who: worksOnIt, says: 'assignee, own sub-team with its temporary staff, its lead, manager' },
  'work-item.claim': { who: worksOnIt, says: 'own sub-team with its temporary staff, its lead, manager' },
  'work-item.not-applicable': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'work-item.reopen': { who: isManager, says: 'manager' },
  'check.decide': { who: worksOnIt, says: 'assignee, own sub-team with its temporary staff, its lead, manager' },
  'deliverable.submit': { who: worksOnIt, says: 'assignee, own sub-team with its temporary staff, its lead, manager' },
  'deliverable.accept': {
    who: acceptsIt,
    says: "the plan's accepter, else the manager; never one's own, but for a sole manager",
  },
  'evidence.remove': { who: addedIt, says: 'manager; whoever added it, until the deliverable is settled' },
  'reminders.read': { who: isCrew, says: 'manager, lead, member' },
  'reminder-rules.edit': { who: isManager, says: 'manager' },
  'work-item.remind': { who: crewsIt, says: 'assignee, own sub-team, its lead, manager' },
  'work-item.acknowledge': { who: answersForIt, says: 'assignee, its lead, manager' },
  'deliverable.waive': { who: leadsIt, says: 'manager; lead within own sub-team' },
  'deliverable.reopen': { who: isManager, says: 'manager' },
} as const satisfies Record<string, { who: Relation; says: string }>;

export type Action = keyof typeof RULES;

export function can(actor: Actor, action: Action, thing: Thing = {}): boolean {
  return RULES[action].who(actor, thing);
}
