import { type Action, type Actor, can, type StandingRole, RULES, type Thing, type WorkspaceRole } from './can';

const ME = 'me';
const person = (workspaceRole: WorkspaceRole | null = null): Actor => ({
  ...{ personId: ME, workspaceRole, temporary: false, project: null },
});
const inProject = (
  role: StandingRole,
  { teams = [], leads = [] }: { teams?: string[]; leads?: string[] } = {},
): Actor => ({
  ...person('member'),
  project: { role, leads, teams: [...leads, ...teams] },
});

const admin = person('admin');
const workspaceMember = person('member');
const outsider = person();
const manager = inProject('manager');
const leadOfAgenda = inProject('member', { leads: ['agenda'] });
const memberOfAgenda = inProject('member', { teams: ['agenda'] });
const viewer = inProject('viewer');
const temporary: Actor = {
  ...inProject('temporary', { teams: ['agenda'] }),
  ...{ workspaceRole: null, temporary: true },
};

const agendaWork: Thing = { teamId: 'agenda', assigneeId: null };
const exhibitionWork: Thing = { teamId: 'exhibition', assigneeId: null };
const ownExhibitionWork: Thing = { teamId: 'exhibition', assigneeId: ME };
const nobodysWork: Thing = { teamId: null, assigneeId: null };

const PEOPLE = { admin, workspaceMember, outsider, manager, leadOfAgenda, memberOfAgenda, viewer, temporary };

/** Says who of PEOPLE may do it: everybody else may not. */
function only(may: (keyof typeof PEOPLE)[], action: Action, thing: Thing = {}): void {
  const allowed = Object.entries(PEOPLE).filter(([, actor]) => can(actor, action, thing));
  expect(allowed.map(([name]) => name).sort()).toEqual([...may].sort());
}

const crew = ['admin', 'manager', 'leadOfAgenda', 'memberOfAgenda'] as const;

describe('the workspace', () => {
  it('lets only an admin manage people', () => only(['admin'], 'people.manage'));
  it('lets only an admin read the outbox', () => only(['admin'], 'outbox.read'));
  it('lets people of the workspace see who is there', () =>
    only(['workspaceMember', ...crew, 'viewer'], 'people.read'));
  it('lets people of the workspace start projects', () =>
    only(['workspaceMember', ...crew, 'viewer'], 'projects.start'));
  const everybody = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[];
  it('lets everybody signed in see who they are', () => only(everybody, 'me.use'));
  it.each<Action>(['standards.read', 'templates.read', 'calendars.read', 'projects.list', 'account.use'])(
    'lets everybody with an account do %s',
    (action) =>
      only(
        everybody.filter((name) => name !== 'temporary'),
        action,
      ),
  );
});

describe('a project', () => {
  it('is open to everybody in it and to admins', () => only([...crew, 'viewer'], 'project.read'));
  it('shows its activity to its crew, not to a viewer', () => only([...crew], 'activity.read'));
  it('shows who has how much to do to its crew, not to a viewer', () => only([...crew], 'board.read'));
  it.each<Action>([
    'project.edit',
    'project.close',
    'project.add-workflow',
    'members.manage',
    'work-item.reopen',
    'deliverable.reopen',
  ])('leaves %s to the manager, for whom an admin may stand in', (action) => only(['admin', 'manager'], action));
});

describe('a lead', () => {
  it.each<Action>([
    'work.assign',
    'work-item.create',
    'work-item.edit',
    'work-item.not-applicable',
    'deliverable.waive',
  ])('may do %s within the own sub-team', (action) => only(['admin', 'manager', 'leadOfAgenda'], action, agendaWork));
  it.each<Action>([
    'work.assign',
    'work-item.create',
    'work-item.edit',
    'work-item.not-applicable',
    'deliverable.waive',
  ])('may not do %s in another sub-team, nor where no sub-team has it', (action) => {
    only(['admin', 'manager'], action, exhibitionWork);
    only(['admin', 'manager'], action, nobodysWork);
  });
  it('may try to assign in bulk: each row is checked then', () =>
    only(['admin', 'manager', 'leadOfAgenda'], 'work.assign-any'));
});

describe('work', () => {
  it.each<Action>(['work-item.progress', 'work-item.claim', 'check.decide', 'deliverable.submit'])(
    'is done (%s) by the sub-team that has it',
    (action) => {
      only([...crew, 'temporary'], action, agendaWork);
      only(['admin', 'manager'], action, exhibitionWork);
    },
  );
  it('is seen by everybody in the project, by temporary staff only where it is their sub-team’s', () => {
    only([...crew, 'viewer', 'temporary'], 'work.read', agendaWork);
    only([...crew, 'viewer'], 'work.read', exhibitionWork);
    only([...crew, 'viewer'], 'work.read', nobodysWork);
  });
  it('is not told anybody of (reminded) by temporary staff', () => only([...crew], 'work-item.remind', agendaWork));
  it('of another sub-team is not done by temporary staff, not even when assigned', () =>
    expect(can(temporary, 'work-item.progress', ownExhibitionWork)).toBe(false));
  it('is done by its assignee, of whatever sub-team', () => {
    only([...crew], 'work-item.progress', ownExhibitionWork);
  });
  it('is done by anybody of the crew where no sub-team has it', () =>
    only([...crew], 'work-item.progress', nobodysWork));
  it('is never done by a viewer, not even when assigned', () => {
    expect(can(viewer, 'work-item.progress', { teamId: null, assigneeId: ME })).toBe(false);
  });
});

describe('a deliverable', () => {
  const by = (accepter: string | null): Thing => ({ teamId: 'agenda', accepter });
  it('that the manager accepts is accepted by nobody else', () =>
    only(['admin', 'manager'], 'deliverable.accept', by('manager')));
  it('without an accepter of its own is the manager’s to accept', () =>
    only(['admin', 'manager'], 'deliverable.accept', by(null)));
  it('that a lead accepts is accepted by the lead of its sub-team', () =>
    only(['admin', 'manager', 'leadOfAgenda'], 'deliverable.accept', by('lead')));
  it('that the client accepts is accepted by a viewer', () =>
    only(['admin', 'manager', 'viewer'], 'deliverable.accept', by('client')));
});

describe('the run sheet', () => {
  it('is read by everybody in the project, temporary staff of any sub-team too', () =>
    only([...crew, 'viewer', 'temporary'], 'run-sheet.read'));
  it.each<Action>(['run-sheet.edit', 'run-sheet.call'])('is for the manager and whoever leads: %s', (action) =>
    only(['admin', 'manager', 'leadOfAgenda'], action),
  );
});

describe('temporary staff', () => {
  const OPEN: Action[] = [
    ...(['me.use', 'work.read', 'work-item.progress', 'work-item.claim', 'work-item.acknowledge'] as const),
    ...(['check-in.work', 'check.decide', 'deliverable.submit', 'evidence.remove', 'run-sheet.read'] as const),
  ];
  const own: Thing = { teamId: 'agenda', assigneeId: ME, addedBy: ME };

  it('may do their sub-team’s work and nothing else', () => {
    const may = (Object.keys(RULES) as Action[]).filter((action) => can(temporary, action, own));
    expect(may.sort()).toEqual([...OPEN].sort());
  });
  it('are let in and out by the manager and by the lead of their sub-team', () => {
    only(['admin', 'manager', 'leadOfAgenda'], 'temporary.manage', agendaWork);
    only(['admin', 'manager'], 'temporary.manage', exhibitionWork);
  });
});

it('says in words for every action who may do it', () => {
  for (const [action, { says }] of Object.entries(RULES))
    expect([action, says]).toEqual([action, expect.stringMatching(/\w/)]);
});
