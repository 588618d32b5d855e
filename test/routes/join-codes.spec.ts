import { Database } from '@convener/platform';
import type { Me } from '../../apps/api/access/me.dto';
import { type TestApp } from '../support/app';
import { ok } from '../support/client';
import { type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { GIVEN, HOUR, JoinWorld } from './join.world';

describe.each(databaseKinds())('joining by a code on $name', (database) => {
  let world: JoinWorld;
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let team: string;
  beforeAll(async () => {
    world = await JoinWorld.open(database);
    ({ app, cast } = world);
  });
  beforeEach(async () => {
    await world.begin();
    ({ project, team } = world);
  });
  afterAll(() => app.close());

  describe('whoever has an account', () => {
    it('joins as themselves, once', async () => {
      const path = await world.code();
      const colleague = await app.addPerson('同事');
      expect(ok(await colleague.client.get(path)).body).toMatchObject({ you: 'colleague' });
      expect(ok(await colleague.client.post<Me>(path, {})).body.id).toBe(colleague.id);
      const { members } = await project.view();
      expect(members.find(({ person }) => person.id === colleague.id)).toMatchObject({
        role: 'member',
        teams: [{ id: team }],
      });
      expect(ok(await colleague.client.get(path)).body).toMatchObject({ you: 'in' });
      ok(await colleague.client.post(path, {}));
      expect((await world.list()).codes[0]!.joined).toBe(1);
    });

    it('gets no more out of it as the client', async () => {
      const path = await world.code();
      expect(ok(await cast.client.client.get(path)).body).toMatchObject({ you: 'outsider' });
      expect((await cast.client.client.post(path, {})).status).toBe(403);
    });
  });

  describe('a code', () => {
    it('lets in no more than it holds, not even at the same moment', async () => {
      const path = await world.code({ most: 2 });
      const answers = await Promise.all(Array.from({ length: 5 }, () => app.client().post(path, GIVEN)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 410, 410, 410]);
      expect((await world.list()).codes[0]).toMatchObject({ joined: 2, most: 2, state: 'full' });
      expect((await app.client().get(path)).body).toMatchObject({
        type: '/problems/join-code-full',
        title: expect.stringContaining('人數已滿'),
        titleEn: expect.stringContaining('As many people'),
      });
    });

    it('runs out, and says so', async () => {
      const path = await world.code({ hours: 2 });
      app.clock.advance(2 * HOUR);
      expect(told(await app.client().get(path))).toBe('410 join-code-expired');
      expect(told(await app.client().post(path, GIVEN))).toBe('410 join-code-expired');
    });

    it('is ended alone, or with everybody who came by it', async () => {
      const path = await world.code();
      const { phone } = await world.someone(path);
      const { id } = (await world.list()).codes[0]!;
      ok(await project.manager.post(`/api/join-codes/${id}/end`, { staff: false }));
      expect(told(await app.client().post(path, GIVEN))).toBe('410 join-code-ended');
      expect((await phone.get('/api/me')).status).toBe(200);
      ok(await project.manager.post(`/api/join-codes/${id}/end`, { staff: true }));
      expect((await phone.get('/api/me')).status).toBe(401);
      expect(await world.list()).toMatchObject({ codes: [], staff: [] });
    });

    it('is known to nobody who guesses, and is kept as a hash', async () => {
      const path = await world.code();
      expect((await app.client().get('/api/join/guessed')).status).toBe(404);
      const rows = await app.app.get(Database).read((em) => em.query<object[]>('SELECT * FROM join_codes'));
      expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
    });

    it('lets in only so many within ten minutes', async () => {
      const path = await world.code({ most: 500 });
      const statuses: number[] = [];
      for (let left = 201; left > 0; left -= 1) statuses.push((await app.client().post(path, GIVEN)).status);
      expect(statuses.slice(-2)).toEqual([201, 429]);
    });

    it('is made by a lead for their own sub-team alone, who sees whom it brought', async () => {
      const lead = cast.lead.client;
      const { teams } = await world.list(lead);
      expect(teams.map(({ id }) => id)).toEqual([team]);
      await world.someone(await world.code({}, lead));
      expect((await world.list(lead)).staff).toHaveLength(1);
      const other = (await project.team('registration')).id;
      expect(told(await lead.post('/api/join-codes', { teamId: other, hours: 1, most: 1 }))).toBe('403 forbidden');
      await world.someone(await world.code({ teamId: other }));
      expect((await world.list(lead)).staff).toHaveLength(1);
      expect((await world.list()).staff).toHaveLength(2);
    });
  });
});
