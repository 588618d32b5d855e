import { randomUUID } from 'node:crypto';
import type { Action, Thing } from '@convener/access';
import { Message } from '@convener/delivery';
import { addDays } from '@convener/kernel';
import { unsubscribeTokens } from '@convener/notifications';
import { Database } from '@convener/platform';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { ANY_VERSION, ok } from '../support/client';
import { formOf } from '../support/files';
import {
  type MatrixWorld,
  newCheck,
  newDeliverable,
  newItem,
  type Place,
  submitted,
  type Where,
  type Who,
} from './matrix.world';

/** What a request carries besides its route. */
export interface Ask {
  /** Values of the path's parameters by name. */
  params?: Record<string, string>;
  query?: string;
  body?: object;
  /** The version last seen of what is changed, for If-Match. */
  version?: number;
}

export type Verdict = 'in' | 401 | 403 | 404;

/** One way to use a route. Everything that is not said follows from the route's @Policy and the table of can.ts. */
export interface Use {
  /** What tells it from other uses of the same route. */
  as?: string;
  /** Makes what the request is about and words the request, so that it works for whoever is allowed. */
  ask(place: Place, who: Who, world: MatrixWorld): Ask | Promise<Ask>;
  /** What the service asks can() here, where that is not the route's own policy. */
  action?: Action;
  /** What can() must know besides the sub-team. */
  thing?: Thing | ((place: Place) => Thing);
  /** `workspace`: the same wherever it is asked, with no project in it. Follows from the policy where it is not said. */
  scope?: 'workspace' | 'project';
  /** Verdicts that no table says. */
  verdict?: (who: Who, where: Where) => Verdict | undefined;
  /** Success of those who are let in where it is not a 2xx: a refusal that comes only after the policy. */
  answers?: Partial<Record<Who, number>>;
  /** Puts back what the request has changed for requests to come. */
  after?(place: Place, who: Who, world: MatrixWorld): Promise<unknown>;
}

export const WHY = { reason: '因為' };
export const on = (id: string, body?: object, version = 1): Ask => ({ params: { id }, body, version });
export const inProject = (body?: object): Use => ({ ask: ({ id }) => ({ params: { id }, body }) });
export const onItem = (body: object, own: object = {}): Pick<Use, 'ask'> => ({
  ask: async (place) => on((await newItem(place, own)).id, body),
});
export const onDeliverable = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on((await newDeliverable(place)).id, body),
});
export const onSubmitted = (accepter: string, body?: object): Use => ({
  as: `for the ${accepter} to accept`,
  thing: { accepter },
  ask: async (place) => {
    const { id, version } = await submitted(place, accepter);
    return on(id, body, version);
  },
});
/** Accepted by whoever asks where they may, so that it is theirs to take back; else by the manager. */
export const onAccepted = (accepter: string): Use => ({
  as: `for the ${accepter} to accept`,
  thing: { accepter },
  ask: async (place, who, { people }) => {
    const { id } = await submitted(place, accepter);
    const path = `/api/deliverables/${id}/accept`;
    const theirs = who !== 'anonymous' && (await people[who].client.post(path)).status === 200;
    if (!theirs) ok(await place.manager.client.post(path));
    return on(id);
  },
});
/** A file that somebody who is none of the columns has added. */
export const onFile: Pick<Use, 'ask'> = {
  ask: async (place) => {
    const { id } = await newDeliverable(place);
    const path = `/api/deliverables/${id}/files`;
    const added = ok(await place.worker.client.post<Deliverable>(path, formOf('名單', '名單.txt'))).body;
    return on(added.evidenceList[0]!.id);
  },
};
export const onCheck = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on((await newCheck(place)).id, body),
});
export const plain: Use = { ask: () => ({}) };
export const everybody = (): Verdict => 'in';
export const projectVersion = async ({ id, manager }: Place) =>
  ok(await manager.client.get<{ version: number }>(`/api/projects/${id}`)).body.version;
export const reopenProject = async ({ id, manager }: Place) =>
  ok(await manager.client.post(`/api/projects/${id}/reopen`, WHY));
export const anInvitation = async (world: MatrixWorld) => {
  const invitation = { projectId: world.lobby, projectRole: 'viewer' };
  const { link } = ok(await world.people.admin.client.post<{ link: string }>('/api/invitations', invitation)).body;
  return link.split('/').at(-1)!;
};
export const aResetLink = async ({ people, spare }: MatrixWorld) => {
  const { link } = ok(await people.admin.client.post<{ link: string }>(`/api/people/${spare.id}/password-reset`)).body;
  return link.split('/').at(-1)!;
};
export const personVersion = async ({ people }: MatrixWorld, id: string) => {
  const { items } = ok(await people.admin.client.get<{ items: { id: string; version: number }[] }>('/api/people')).body;
  return items.find((person) => person.id === id)!.version;
};
/** The version of the year that the rows about calendars put in: 0 while it is not there. */
export const calendarVersion = async ({ people }: MatrixWorld) => {
  const found = await people.admin.client.get<{ version?: number }>('/api/calendars/2031');
  return found.status === 200 ? (found.body.version ?? 0) : 0;
};
export const importedCalendar = async (world: MatrixWorld) => {
  const body = { status: 'provisional', source: '試算', daysOff: [] };
  const version = await calendarVersion(world);
  if (version > 0) return version;
  ok(await world.people.admin.client.put('/api/calendars/2031', body, { 'if-match': '"0"' }));
  return 1;
};
/** One day of the government's file, in base64. */
export const A_CALENDAR_FILE = Buffer.from('西元日期,星期,是否放假,備註\n20310101,三,2,開國紀念日').toString('base64');
/** A session of the person's in another browser. */
export const anotherSession = async ({ app }: MatrixWorld, { email }: { email: string }) => {
  const browser = await app.signIn(email);
  const { items } = ok(await browser.get<{ items: { id: string; current: boolean }[] }>('/api/me/sessions')).body;
  return items.find(({ current }) => current)!.id;
};
/** A re-plan that has just been made and can be taken back. */
export const aReplan = async ({ id, manager }: Place) => {
  const past = ok(await manager.client.get<{ items: unknown[] }>(`/api/projects/${id}/replans`)).body.items.length;
  const anchors = { kickoff: addDays('2026-12-01', past + 1) };
  const done = await manager.client.post<{ replanId: string }>(`/api/projects/${id}/replan`, { anchors }, ANY_VERSION);
  return ok(done).body.replanId;
};
export const aMilestone = async ({ id, manager }: Place) => {
  const body = { kind: 'payment', name: '期款', day: '2028-08-01' };
  return ok(await manager.client.post<{ id: string }>(`/api/projects/${id}/milestones`, body)).body.id;
};
export const aMessage = async (world: MatrixWorld, personId: string) => {
  const id = randomUUID();
  const row = { id, personId, createdAt: world.app.clock.now(), status: 'ready' as const, lines: [], readAt: null };
  const unsent = { mailStatus: 'none' as const, mailAttempts: 0, leaseToken: null, leaseUntil: null };
  await world.app.app.get(Database).write((em) => em.insert(Message, { ...row, ...unsent }));
  return id;
};
/** A mail that was given up. */
export const aFailedMail = async (world: MatrixWorld, personId: string) => {
  const id = await aMessage(world, personId);
  const failed = { mailStatus: 'failed' as const, mailAttempts: 12 };
  await world.app.app.get(Database).write((em) => em.update(Message, { id }, failed));
  return id;
};
/** The token in the mails of a person. */
export const anUnsubscribeLink = async ({ app, spare }: MatrixWorld) => {
  const database = app.app.get(Database);
  return database.write(async (em) => (await unsubscribeTokens(em, [spare.id])).get(spare.id)!);
};
/** A weekly meeting, of a sub-team or of nobody's. */
export const aMeeting = (teamId?: string) => ({
  ...{ title: '工作週會', stage: 'before', every: 'week', weekday: 3, daysOff: 'move', teamId },
  ...{ fromDay: '2028-05-01', untilDay: '2028-06-10' },
});
export const newRecurring = async ({ id, team, manager }: Place) =>
  ok(await manager.client.post<{ id: string }>(`/api/projects/${id}/recurring`, aMeeting(team))).body.id;

/** The guard asks first whether somebody belongs to the workspace at all. */
export const staffOnly = (who: Who): Verdict | undefined => (who === 'viewer' || who === 'temporary' ? 403 : undefined);
/** A list of work, which leaves out what is not there for temporary staff. */
export const openList = (who: Who, where: Where): Verdict | undefined =>
  who === 'temporary' && where !== 'other project' ? 'in' : undefined;
export const notOnOffer: Partial<Record<Who, number>> = { admin: 409, manager: 409 };
export const aHouseTemplate = async ({ people }: MatrixWorld) => {
  const body = { from: { template: 'venue-search' }, name: '本會範本' };
  return ok(await people.admin.client.post<HouseTemplate>('/api/house-templates', body)).body;
};
export const onHouse = (body?: object): Use => ({
  ask: async (_place, _who, world) => on((await aHouseTemplate(world)).id, body),
});
/** What a draft holds, as it is sent back. */
export const houseContent = ({
  kind: _k,
  standards: _s,
  horizonDays: _h,
  lists: _l,
  ...content
}: HouseTemplate['draft']) => ({
  ...content,
  items: content.items.map(({ standard: _standard, code: _code, ...item }) => ({
    ...item,
    deliverables: item.deliverables.map(({ code: _c, ...row }) => row),
    checks: item.checks.map(({ code: _c, ...check }) => check),
  })),
});
/** Of the project's manager. */
export const onComment = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const path = `/api/work-items/${(await newItem(place)).id}/comments`;
    return on(ok(await place.manager.client.post<{ id: string }>(path, { body: '請看' })).body.id, body);
  },
});
/** Nobody edits what somebody else has said, not even an admin. */
export const onlyItsAuthor = (who: Who, where: Where): Verdict | undefined => {
  const others: Who[] = where === 'other project' ? ['admin'] : ['admin', 'lead', 'member'];
  return others.includes(who) ? 403 : undefined;
};
/** A waiver of a work item, made by the project's manager. */
export const onWaiver = (body: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const { id } = await newItem(place);
    const things = [{ kind: 'work-item', id }];
    type Waivers = { waivers: { id: string; subjectId: string }[] };
    const path = `/api/projects/${place.id}/closing/waivers`;
    const { waivers } = ok(await place.manager.client.post<Waivers>(path, { things, reason: '不辦了' })).body;
    return { params: { id: place.id, waiverId: waivers.find(({ subjectId }) => subjectId === id)!.id }, body };
  },
});
/** A lesson of the project's manager that meets a template of the house. */
export const onHouseLesson = (body: object): Pick<Use, 'ask'> => ({
  ask: async ({ id, manager }, _who, world) => {
    const { client } = manager;
    const rows = await client.get<{ items: { id: string }[] }>(`/api/projects/${id}/work-items?standard=${STANDARD}`);
    const path = `/api/work-items/${ok(rows).body.items[0]!.id}/lessons`;
    const lesson = { text: '押金', proposal: { what: 'note', text: '早付押金' } };
    const { own } = ok(await client.post<{ own: { id: string }[] }>(path, lesson)).body;
    return { params: { id: (await aHouseTemplate(world)).id, lessonId: own.at(-1)!.id }, body };
  },
});
/** Of the task that every project of the matrix has. */
const STANDARD = 'conference-project-executive';
/** Of the project's manager, in the place where the request goes. */
export const onLesson = (body?: object): Pick<Use, 'ask'> => ({
  ask: async ({ id, manager }) => {
    const path = `/api/projects/${id}/lessons`;
    const { own } = ok(await manager.client.post<{ own: { id: string }[] }>(path, { text: '早點訂車' })).body;
    return on(own.at(-1)!.id, body);
  },
});
