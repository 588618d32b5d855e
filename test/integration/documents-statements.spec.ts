import { DocumentKinds } from '@convener/reports';
import { startTestApp, type TestApp } from '../support/app';
import { aConference, type RunningProject } from '../support/builders';
import { StatementLog } from '../support/statements';
import { DocumentsWorld } from '../routes/documents.world';

/** Whoever asks for a document, its project and its choices take some; what it says must take few more. */
const MOST = 22;
/** Sixteen chapters, each about something else. */
const MOST_OF_A_REPORT = 38;
const LISTS = {
  budget: { item: '場地', planned: 100 },
  bills: { kind: 'other', payee: '甲', amount: 100, settled: 'no' },
  sponsors: { tier: 'gold', benefits: '廣告', amount: 100 },
  staffing: { place: '會場', shift: '09:00~12:00', work: '引導', needed: 2 },
  incidents: { problem: '停電', day: '2028-06-12', handling: '報修', solved: 'no' },
};

describe('documents', () => {
  let app: TestApp;
  let project: RunningProject;
  let world: DocumentsWorld;
  let log: StatementLog;
  beforeAll(async () => {
    app = await startTestApp();
    project = await aConference(app);
    world = new DocumentsWorld(app, project);
    log = new StatementLog();
  });
  afterAll(async () => {
    log.stop();
    await app.close();
  });

  it('are read in as many statements however much there is to say, and in few', async () => {
    const kinds = app.app.get(DocumentKinds).all();
    const counted = async () => {
      const found: Record<string, number> = {};
      for (const { key } of kinds) {
        const { answer, statements } = await log.during(() => world.ask(key));
        // Some need something to choose from first.
        if (answer.status === 200) found[key] = statements.length;
      }
      return found;
    };
    const cellsOf = (preset: string, cells: object, sponsor: string) =>
      preset === 'sponsors' ? { ...cells, sponsor } : cells;
    for (const [preset, cells] of Object.entries(LISTS)) await world.filled(preset, cellsOf(preset, cells, '甲'));
    const few = await counted();
    for (let more = 0; more < 5; more += 1) {
      const deliverables = [{ title: `產出 ${more}` }, { title: `另一項 ${more}` }];
      await project.add({ title: `工作 ${more}`, checks: ['要點'], deliverables });
    }
    for (const [preset, cells] of Object.entries(LISTS))
      await world.filled(preset, cellsOf(preset, cells, '乙'), cellsOf(preset, cells, '丙'));
    expect(await counted()).toEqual(few);
    expect(
      Object.entries(few).filter(
        ([kind, statements]) => statements > (kind === 'closing-report' ? MOST_OF_A_REPORT : MOST),
      ),
    ).toEqual([]);
  });
});
