import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ok } from '../support/client';
import { told } from '../support/builders';
import { dumpOf } from '../support/every-table';
import { declaredRoutes, nameOf } from '../support/router';
import type { Ask } from './matrix.asks';
import { TABLE } from './matrix.table';
import { MatrixWorld } from './matrix.world';

/** Routes that change a project or something in it. */
const OF_A_PROJECT =
  /^(POST|PUT|PATCH|DELETE) \/api\/(projects\/:id|work-items|deliverables|checks|evidence|teams|recurring|milestones|comments|contracts|record-entries|registers|register-rows|lessons)(\/|$)/;

/** What a closed project allows on purpose, and why. */
const ALLOWED: Record<string, string> = {
  'POST /api/projects/:id/close': 'is closed already, and says so',
  'POST /api/projects/:id/reopen': 'reopening is what makes it writable again',
  'POST /api/projects/:id/lessons': 'lessons are mostly written afterwards',
  'POST /api/work-items/:id/lessons': 'lessons are mostly written afterwards',
  'POST /api/register-rows/:id/lesson': 'lessons are mostly written afterwards',
  'POST /api/record-entries/:id/lesson': 'lessons are mostly written afterwards',
  'PATCH /api/lessons/:id': 'lessons are mostly written afterwards',
  'DELETE /api/lessons/:id': 'lessons are mostly written afterwards',
  'POST /api/projects/:id/closing-report/chapters': 'the report is written when all else is over',
  'PATCH /api/projects/:id/closing-report/chapters/:key': 'the report is written when all else is over',
  'DELETE /api/projects/:id/closing-report/chapters/:key': 'the report is written when all else is over',
  'POST /api/projects/:id/closing-report/chapters/:key/looked-through': 'the report is written when all else is over',
  'POST /api/projects/:id/documents': 'says what the project holds, and changes nothing of that',
  'POST /api/projects/:id/personal-data/search': 'looks for a person and changes nothing',
  'POST /api/projects/:id/personal-data/export': 'a person may ask for it at any time',
  'POST /api/projects/:id/personal-data/erase': 'a person may ask for it at any time',
  'DELETE /api/projects/:id/temporary-staff/:personId': 'takes away what somebody may still see',
  'POST /api/registers/:id/keep': 'changes a template of the house, not the project',
};
/** Of one's own, not the project's: whether a mail about it can wait. What is only looked at beforehand changes nothing. */
const NO_CHANGE = /\/(cant-wait|preview)$/;

describe('a closed project', () => {
  let world: MatrixWorld;
  const asks = new Map<string, { method: 'POST'; path: string; ask: Ask }>();

  beforeAll(async () => {
    world = await MatrixWorld.open();
    const place = world.places['own sub-team'];
    for (const route of declaredRoutes(world.app.app)) {
      const name = nameOf(route);
      if (!OF_A_PROJECT.test(name) || NO_CHANGE.test(name) || name in ALLOWED) continue;
      const ask = await TABLE[name]![0]!.ask(place, 'manager', world);
      asks.set(name, { method: route.method as 'POST', path: route.path, ask });
    }
    ok(await place.manager.client.post(`/api/projects/${place.id}/close`, { waiveRest: '活動結束' }));
  });
  afterAll(() => world.app.close());

  it('refuses every change to it that the router knows, but for those that are allowed on purpose', async () => {
    const { client } = world.places['own sub-team'].manager;
    expect(asks.size).toBeGreaterThan(70);
    const state = () => dumpOf(world.app.app.get(DataSource));
    const before = await state();
    const answers: Record<string, string> = {};
    for (const [name, { method, path, ask }] of asks) {
      const url = path.replace(/:(\w+)/g, (_whole, key: string) => ask.params?.[key] ?? `no-${key}`);
      const body = (method as string) === 'DELETE' ? undefined : (ask.body ?? {});
      const headers = { 'if-match': `"${ask.version ?? 1}"`, 'idempotency-key': randomUUID() };
      const answer = told(await client.send(method, ask.query ? `${url}?${ask.query}` : url, body, headers));
      if (answer !== '409 project-closed') answers[name] = answer;
    }
    expect(answers).toEqual({});
    expect(await state()).toEqual(before);
  });
});
