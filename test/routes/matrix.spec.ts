import { randomUUID } from 'node:crypto';
import { type Action, can } from '@convener/access';
import { ok } from '../support/client';
import type { Answer, Client } from '../support/client';
import type { Refusal } from '../support/builders';
import { type DeclaredRoute, declaredRoutes, isWorkspaceAction, nameOf } from '../support/router';
import { withForeignIds } from './matrix.mixing';
import type { Ask, Use, Verdict } from './matrix.asks';
import { TABLE } from './matrix.table';
import { MatrixWorld, newItem, PEOPLE, PLACES, type Where, type Who, workspaceRoleOf } from './matrix.world';

/** What Fastify serves besides the controllers: the description of the API, for everybody. */
const DOCS = /^\/api\/(docs|openapi\.json)|^\/metrics$/;
/** Routes of one work item or of something in it. */
const ONE_OF_THE_WORK = /^\/api\/(work-items|contracts|record-entries|deliverables|checks|evidence|comments)\//;
const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE'];

describe('who may do what', () => {
  let world: MatrixWorld;
  let routes: Map<string, DeclaredRoute>;
  const counted = { asked: 0, letIn: 0, mixed: 0 };
  beforeAll(async () => {
    world = await MatrixWorld.open();
    routes = new Map(declaredRoutes(world.app.app).map((route) => [nameOf(route), route]));
  });
  afterAll(async () => {
    const { asked, letIn, mixed } = counted;
    const uses = Object.values(TABLE).flat().length;
    process.stdout.write(
      `matrix: ${routes.size} routes, ${uses} uses; ${asked} requests refused, ${letIn} let in, ${mixed} with foreign ids\n`,
    );
    await world.app.close();
  });

  const cells = Object.entries(TABLE).flatMap(([name, uses]) =>
    uses.map((use): [string, string, Use] => [name, use.as ? `, ${use.as},` : '', use]),
  );
  // Mail programs post there by themselves (RFC 8058): what it may do stands in its address alone, not in a cookie.
  const isOneClick = (name: string) => name === 'POST /api/unsubscribe/:token';
  const changes = cells.filter(([name]) => CHANGES.includes(name.split(' ')[0]!) && !isOneClick(name));

  it('is said of every route of the router, and of no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...routes.keys()].sort());
  });

  it('is said of everything that Fastify serves', () => {
    const served = world.app.routes.filter(({ path }) => !DOCS.test(path));
    // HEAD is GET without the body: Fastify makes one for every GET, and the guard treats both alike.
    const named = new Set(served.map((route) => nameOf(route).replace(/^HEAD /, 'GET ')));
    expect([...named].sort()).toEqual([...routes.keys()].sort());
    expect(world.app.routes.filter(({ path }) => DOCS.test(path)).every(({ method }) => /GET|HEAD/.test(method))).toBe(
      true,
    );
  });

  const inWorkspace = (route: DeclaredRoute, use: Use) =>
    use.scope ? use.scope === 'workspace' : route.isPublic || isWorkspaceAction(use.action ?? route.policy!);

  function verdictOf(route: DeclaredRoute, use: Use, who: Who, where: Where): Verdict {
    const said = use.verdict?.(who, where);
    if (said !== undefined) return said;
    if (route.isPublic) return 'in';
    if (who === 'anonymous') return 401;
    const action: Action = use.action ?? route.policy!;
    const project = inWorkspace(route, use) ? null : world.standing(who, where);
    const account = { workspaceRole: workspaceRoleOf(who), temporary: who === 'temporary' };
    const actor = { personId: world.people[who].id, ...account, project };
    if (!inWorkspace(route, use) && !project && who !== 'admin') return 404;
    // For temporary staff work of another sub-team is not there, whatever they wanted with it.
    if (who === 'temporary' && where === 'other sub-team' && ONE_OF_THE_WORK.test(route.path)) return 404;
    const place = world.places[where];
    const thing = typeof use.thing === 'function' ? use.thing(place) : use.thing;
    return can(actor, action, { teamId: place.team, ...thing }) ? 'in' : 403;
  }

  /** The second sub-team is asked for only where it makes a difference to anybody. */
  function placesOf(route: DeclaredRoute, use: Use): Where[] {
    if (inWorkspace(route, use)) return ['own sub-team'];
    const verdicts = (where: Where) => PEOPLE.map((who) => verdictOf(route, use, who, where)).join();
    return PLACES.filter((where) => where !== 'other sub-team' || verdicts(where) !== verdicts('own sub-team'));
  }

  function send({ method, path }: DeclaredRoute, ask: Ask, client: Client): Promise<Answer<Refusal>> {
    const url = path.replace(/:(\w+)/g, (_whole, name: string) => ask.params?.[name] ?? `no-${name}`);
    const changing = CHANGES.includes(method);
    return client.send(
      method as 'GET',
      ask.query ? `${url}?${ask.query}` : url,
      changing && method !== 'DELETE' ? (ask.body ?? {}) : undefined,
      {
        ...(method !== 'GET' && { 'if-match': `"${ask.version ?? 1}"` }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
    );
  }

  it.each(cells)('%s%s is closed to whoever it is not for, and they change nothing', async (name, _as, use) => {
    const route = routes.get(name)!;
    for (const where of placesOf(route, use)) {
      const refused = PEOPLE.filter((who) => verdictOf(route, use, who, where) !== 'in');
      if (refused.length === 0) continue;
      const place = world.places[where];
      const ask = await use.ask(place, refused[0]!, world);
      const before = await world.state();
      const got: Record<string, unknown> = {};
      for (const who of refused) {
        const { status, body } = await send(route, ask, world.people[who].client);
        got[who] = `${status} ${body.type}`;
        counted.asked += 1;
      }
      expect([where, got]).toEqual([
        where,
        Object.fromEntries(refused.map((who) => [who, TOLD[verdictOf(route, use, who, where) as 401 | 403 | 404]])),
      ]);
      expect((await world.state()) === before).toBe(true);
      await use.after?.(place, 'anonymous', world);
    }
  });

  it.each(changes)('%s%s is refused without the header of our own, and changes nothing', async (name, _as, use) => {
    const route = routes.get(name)!;
    const place = world.places['own sub-team'];
    const ask = await use.ask(place, 'admin', world);
    const before = await world.state();
    for (const value of ['', 'XMLHttpRequest']) {
      const client = world.app.client({ 'x-requested-with': value });
      for (const [cookie, token] of world.people.admin.client.cookies) client.cookies.set(cookie, token);
      const { status, body, headers } = await send(route, ask, client);
      expect(status).toBe(403);
      expect(body).toMatchObject({
        type: '/problems/header-missing',
        title: expect.stringContaining('X-Requested-With: convener'),
        titleEn: expect.stringContaining('X-Requested-With: convener'),
      });
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await world.state()) === before).toBe(true);
    await use.after?.(place, 'anonymous', world);
  });

  const mixable = cells.filter(([name]) => / \/api\/(projects\/:id|work-items|invitations)/.test(name));
  it.each(mixable)('%s%s takes no row of another project, not even from somebody in both', async (name, _as, use) => {
    const route = routes.get(name)!;
    if (inWorkspace(route, use)) return;
    const place = world.places['own sub-team'];
    const ask = await use.ask(place, 'admin', world);
    for (const { pointer, mixed } of await withForeignIds(world, ask)) {
      const before = await world.state();
      const { status } = await send(route, mixed, world.people.admin.client);
      expect([pointer, [400, 404].includes(status)]).toEqual([pointer, true]);
      expect([pointer, (await world.state()) === before]).toEqual([pointer, true]);
      counted.mixed += 1;
    }
    await use.after?.(place, 'anonymous', world);
  });

  it('a list that is asked for rows of another project shows none', async () => {
    const [own, other] = [world.places['own sub-team'], world.places['other project']];
    const item = await newItem(other, { assigneeId: other.worker.id });
    const { client } = world.people.admin;
    for (const query of [
      `work-items?team=${other.team}`,
      `work-items?assignee=${other.worker.id}`,
      `activity?subject=${item.id}`,
    ]) {
      const { body } = ok(await client.get<{ items: unknown[] }>(`/api/projects/${own.id}/${query}`));
      expect([query, body.items]).toEqual([query, []]);
    }
    const outsider = world.people.manager.client;
    const mine = ok(await outsider.get<{ items: { id: string }[] }>('/api/projects?limit=200')).body.items;
    expect(mine.map(({ id }) => id)).toContain(own.id);
    expect(mine.map(({ id }) => id)).not.toContain(other.id);
    const work = await outsider.get(`/api/me/work?project=${other.id}`);
    expect(work.body).toEqual({ items: [], toAccept: [], leads: false });
    const queue = await outsider.get(`/api/me/acceptances?project=${other.id}`);
    expect(queue.body).toEqual({ items: [], total: 0, reasons: [] });
  });

  it.each(cells)('%s%s is open to whoever it is for', async (name, _as, use) => {
    const route = routes.get(name)!;
    for (const where of placesOf(route, use)) {
      const place = world.places[where];
      for (const who of PEOPLE.filter((each) => verdictOf(route, use, each, where) === 'in')) {
        const ask = await use.ask(place, who, world);
        const { status, body } = await send(route, ask, world.people[who].client);
        counted.letIn += 1;
        // A version that the table can't know may be refused: that comes after the policy.
        const good = use.answers?.[who] ?? (status === 412 && ask.version === undefined ? 412 : expect2xx(status));
        expect([who, where, status, status >= 400 && body]).toEqual([who, where, good, good >= 400 && body]);
        await use.after?.(place, who, world);
      }
    }
  });
});

const TOLD = {
  401: '401 /problems/signed-out',
  403: '403 /problems/forbidden',
  404: '404 /problems/not-found',
} as const;

/** The status itself where it is a success, else the one that was hoped for. */
function expect2xx(status: number): number {
  return status >= 200 && status < 300 ? status : 200;
}
