import { randomUUID } from 'node:crypto';
import type { Action, Thing } from '@convener/access';
import { Database } from '@convener/platform';
import { Message } from '@convener/reminders';
import { ok } from '../support/app';
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
  ask: async (place) => on((await submitted(place, accepter)).id, body),
});
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
/** A session of the person's in another browser. */
export const anotherSession = async ({ app }: MatrixWorld, { email }: { email: string }) => {
  const browser = await app.signIn(email);
  const { items } = ok(await browser.get<{ items: { id: string; current: boolean }[] }>('/api/me/sessions')).body;
  return items.find(({ current }) => current)!.id;
};
export const aMessage = async (world: MatrixWorld, personId: string) => {
  const id = randomUUID();
  const row = { id, personId, createdAt: world.app.clock.now(), status: 'ready' as const, lines: [], readAt: null };
  const unsent = { mailStatus: 'none' as const, mailAttempts: 0, leaseToken: null, leaseUntil: null };
  await world.app.app.get(Database).write((em) => em.insert(Message, { ...row, ...unsent }));
  return id;
};
