import { randomUUID } from 'node:crypto';
import { Database } from '@convener/platform';
import { describeApi } from '../../apps/api/http/openapi-document';
import { startTestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference } from '../support/builders';
import { databaseKinds } from '../support/database';
import { casesOf, send } from './replay-routes.cases';
import type { Method, World } from './replay-routes.types';

const OURS =
  /^\/api\/(projects|work-items|deliverables|checks|evidence|teams|recurring|milestones|lessons|comments|contracts|record-entries|documents|registers|register-rows|run-sheet-cues|run-sheet-delays|cell-files|surveys(?!\/\{id\}\/(links\/|hall-link))|house-templates|letter-templates|me\/reminder-rules)(\/|$)/;

const isReplay = ({ headers }: { headers: Record<string, unknown> }) => headers['idempotency-replayed'] === 'true';

describe.each(databaseKinds())(
  'each request that changes project data, sent again under its key on $name',
  (database) => {
    const world = {} as World;
    beforeAll(async () => {
      world.app = await startTestApp({ database });
      world.cast = await aCast(world.app);
      world.project = await aConference(world.app, { cast: world.cast });
    });
    afterAll(() => world.app.close());

    const count = async (table: string) => {
      const rows = await world.app.app
        .get(Database)
        .read((em) => em.query<{ n: unknown }[]>(`SELECT COUNT(*) AS n FROM ${table}`));
      return Number(rows[0]?.n);
    };
    const CASES = casesOf(world);

    it('is known at every route that changes project data, and at no other', () => {
      const marked: string[] = [];
      const changing: string[] = [];
      for (const [path, operations] of Object.entries(describeApi(world.app.app).paths)) {
        for (const method of ['post', 'put', 'delete', 'patch', 'get'] as const) {
          const operation = operations[method];
          if (!operation) continue;
          const route = `${method.toUpperCase()} ${path}`;
          const headers = (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
          if (headers.includes('Idempotency-Key')) {
            marked.push(route);
            expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['409', '422']));
          }
          const writes = method === 'post' || method === 'put' || method === 'delete';
          const ours = OURS.test(path);
          // Whoever names the version that they saw changes nothing twice.
          const named = headers.includes('If-Match') && !headers.includes('Idempotency-Key');
          if (writes && ours && !named && !/\/(?:preview|search)$/.test(path)) changing.push(route);
        }
      }
      expect(marked.sort()).toEqual(changing.sort());
      expect(Object.keys(CASES).sort()).toEqual(changing);
    });

    /** Of one person alone, and so in no project's activity. */
    const isPersonal = (route: string) => route.endsWith('/cant-wait') || route.includes('/me/');

    it.each(Object.keys(CASES))('is done once: %s', async (route) => {
      const tables = [
        'cant_wait',
        'activity',
        'work_items',
        'deliverables',
        'checks',
        'evidence',
        'evidence_files',
        'cell_files',
        'baselines',
        'recurring_work',
        'teams',
        'projects',
        'milestones',
        'replans',
        'lessons',
        'lesson_decisions',
        'closings',
        'closing_waivers',
        'comments',
        'contracts',
        'registers',
        'register_deliverables',
        'register_rows',
        'check_ins',
        'check_in_desks',
        'check_in_entries',
        'check_in_arrivals',
        'record_entries',
        'work_origins',
        'surveys',
        'survey_links',
        'survey_keys',
        'run_sheet_cues',
        'run_sheet_delays',
        'house_templates',
        'template_versions',
        'letter_templates',
        'idempotency_keys',
      ];
      const rows = async () => Promise.all(tables.map(async (table) => [table, await count(table)]));
      const method = route.split(' ')[0] as Method;
      const asked = await CASES[route]!();
      const key = randomUUID();
      const entries = await count('activity');
      const first = ok(await send(method, asked, key));
      expect(isReplay(first)).toBe(false);
      // The templates of the house belong to no project, and activity is a project's.
      const told = !isPersonal(route) && !/(house|letter)-templates/.test(route) && !route.endsWith('/keep');
      if (told) expect(await count('activity')).toBeGreaterThan(entries);
      const after = await rows();
      for (let times = 0; times < 2; times += 1) {
        const again = await send(method, asked, key);
        expect([again.status, isReplay(again)]).toEqual([first.status, true]);
        // A job goes on meanwhile: the answer is the thing as it now is.
        expect({ ...again.body, state: null, progress: null }).toEqual({ ...first.body, state: null, progress: null });
      }
      expect(await rows()).toEqual(after);
    });
  },
);
