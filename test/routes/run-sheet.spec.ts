import { Database } from '@convener/platform';
import { runSheetOf } from '@convener/run-sheet';
import type { DelayPreview, DelayUndone } from '../../apps/api/run-sheet/delays.dto';
import type { Cue, CueList, OfferedFiles, OwnRunSheets, RunSheet } from '../../apps/api/run-sheet/run-sheet.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { formOf } from '../support/files';
import { GIVEN } from './join.world';

const OPENING = { day: '2028-06-12', minute: 570, minutes: 30, place: '主會場', title: '開幕致詞' };
const BEFORE = '2028-06-11T09:00:00+08:00';
const SHOW = '2028-06-12T09:28:00+08:00';

describe.each(databaseKinds())('the run sheet on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;

  const path = () => `/api/projects/${project.id}/run-sheet`;
  const manager = () => project.manager;
  const lead = () => project.cast.lead.client;
  const member = () => project.cast.member.client;
  const sheet = async (as: Client = manager()) => ok(await as.get<RunSheet>(path())).body;
  const add = async (...cues: object[]) =>
    ok(await lead().post<CueList>(`${path()}/cues`, { cues: cues.map((cue) => ({ ...OPENING, ...cue })) })).body.items;
  const at = ({ id }: Pick<Cue, 'id'>, what = '') => `/api/run-sheet-cues/${id}${what && `/${what}`}`;
  const call = async (cue: Cue, state: string, as = lead()) => ok(await as.post<Cue>(at(cue, 'state'), { state })).body;
  const preview = async (cue: Cue, minutes: number) =>
    ok(await lead().post<DelayPreview>(at(cue, 'delay/preview'), { minutes })).body;
  const delay = (cue: Pick<Cue, 'id'>, minutes: number, expected?: object[]) =>
    lead().post<RunSheet>(at(cue, 'delay'), { minutes, expected });
  const starts = async () => (await sheet()).cues.map(({ title, minute }) => [title, minute]);
  /** Nine o'clock, half past, a gap, a fixed lunch; and one elsewhere. */
  const aMorning = () =>
    add(
      { title: '開幕', minute: 540, personIds: [project.cast.member.id] },
      { title: '專題演講', minute: 570, outside: 'Dr. Smith' },
      { title: '座談', minute: 610, minutes: 50, personIds: [project.cast.other.id] },
      { title: '午宴', minute: 720, minutes: 60, fixed: true },
      { title: '貴賓茶敘', minute: 540, place: '貴賓室' },
    );

  beforeAll(async () => {
    app = await startTestApp({ database });
    const first = await aConference(app);
    app.clock.set(BEFORE);
    await goTo(app, first.cast, BEFORE);
    project = first;
  });
  beforeEach(async () => {
    await goTo(app, project.cast, BEFORE);
    project = await aConference(app, { cast: project.cast });
  });
  afterAll(() => app.close());

  it('says minute, place, cue, who and with what, by time, as it was planned', async () => {
    const { id: workItemId, deliverableList } = await project.add({ deliverables: [{ title: '司儀稿' }] });
    const files = `/api/deliverables/${deliverableList[0]!.id}/files`;
    const { evidenceList } = ok(await member().post<Deliverable>(files, formOf('稿', '司儀稿.txt'))).body;
    const offered = ok(await lead().get<OfferedFiles>(`${path()}/files`)).body.items;
    expect(offered).toEqual([{ evidenceId: evidenceList[0]!.id, name: '司儀稿.txt', deliverable: '司儀稿' }]);
    const teamId = (await project.team('programme')).id;
    const facts = { notes: '燈光全亮；音響 2 支無線', teamId, outside: '部長', fixed: true, workItemId };
    const named = [
      { name: '司儀稿', evidenceId: evidenceList[0]!.id },
      { name: '簡報', link: 'https://example.test/slides' },
    ];
    await add({ ...facts, personIds: [project.cast.member.id], files: named }, { title: '報到', minute: 510 });
    const { cues, today, mayEdit, mayCall, zone } = await sheet(member());
    expect({ today, mayEdit, mayCall, zone }).toEqual({
      ...{ today: '2028-06-11', mayEdit: false, mayCall: false, zone: 'Asia/Taipei' },
    });
    expect(cues.map(({ title }) => title)).toEqual(['報到', '開幕致詞']);
    expect(cues[1]).toMatchObject({
      ...{ ...OPENING, plannedMinute: 570, plannedMinutes: 30, state: 'waiting', fixed: true, version: 1, mine: true },
      ...{ people: [{ name: '組員 王' }], team: { id: teamId }, outside: '部長', work: { id: workItemId } },
      startsAt: Date.parse('2028-06-12T09:30:00+08:00'),
      endsAt: Date.parse('2028-06-12T10:00:00+08:00'),
      files: [
        { name: '司儀稿', isFile: true, link: null },
        { name: '簡報', isFile: false, link: 'https://example.test/slides' },
      ],
    });
  });

  it('of a night belongs to its evening, until six in the morning', async () => {
    await add({ title: '散場', minute: 1470 });
    expect((await sheet()).cues[0]).toMatchObject({
      ...{ day: '2028-06-12', minute: 1470, startsAt: Date.parse('2028-06-13T00:30:00+08:00') },
    });
    await goTo(app, project.cast, '2028-06-13T05:30:00+08:00');
    expect((await sheet()).today).toBe('2028-06-12');
    expect(told(await lead().post(`${path()}/cues`, { cues: [{ ...OPENING, minute: 1800 }] }))).toBe(
      '400 validation /cues/0/minute',
    );
  });

  it.each([
    [{ day: '6/12' }, '/cues/0/day'],
    [{ minutes: -5 }, '/cues/0/minutes'],
    [{ title: ' ' }, '/cues/0/title'],
    [{ place: '' }, '/cues/0/place'],
    [{ files: [{ name: '簡報' }] }, '/cues/0/files/0'],
    [{ files: [{ name: '簡報', link: 'javascript:alert(1)' }] }, '/cues/0/files/0/link'],
  ])('refuses %j and names the field', async (wrong, pointer) => {
    const answer = await lead().post(`${path()}/cues`, { cues: [{ ...OPENING, ...wrong }] });
    expect(told(answer)).toBe(`400 validation ${pointer}`);
  });

  it('names nobody and nothing of other projects, and adds none of the rows then', async () => {
    const stranger = { ...OPENING, personIds: [project.cast.outsider.id] };
    expect(told(await lead().post(`${path()}/cues`, { cues: [OPENING, stranger] }))).toBe(
      '400 validation /cues/1/personIds',
    );
    expect((await sheet()).cues).toEqual([]);
  });

  it('keeps whoever has left since, and takes the new time as the plan', async () => {
    const [cue] = await add({ personIds: [project.cast.other.id] });
    ok(await manager().delete(`/api/projects/${project.id}/members/${project.cast.other.id}`));
    const edit = { minute: 600, personIds: [project.cast.other.id, project.cast.member.id] };
    const edited = ok(await lead().patch<Cue>(at(cue!), edit, seen(1))).body;
    expect(edited).toMatchObject({ minute: 600, plannedMinute: 600, version: 2 });
    expect(edited.people.map(({ name }) => name).sort()).toEqual(['組員 李', '組員 王']);
    expect(told(await lead().patch(at(cue!), { minute: 610 }, seen(1)))).toBe('412 version-moved');
  });

  it('warns of two cues at once, of one person in two places, and of days that are none of the event', async () => {
    const personIds = [project.cast.member.id];
    await add({ personIds }, { minute: 590, title: '頒獎' }, { minute: 580, place: '貴賓室', personIds });
    await add({ day: '2028-06-10', title: '彩排' });
    const { warnings } = await sheet();
    expect(warnings.map(({ kind, minutes }) => [kind, minutes]).sort()).toEqual([
      ['outside-days', null],
      ['person', 20],
      ['place', 10],
    ]);
  });

  it('copies a day as it is planned', async () => {
    const [, talk] = await aMorning();
    ok(await delay(talk!, 5));
    await call(talk!, 'running');
    const copy = { fromDay: '2028-06-12', toDay: '2028-06-13' };
    const { items } = ok(await lead().post<CueList>(`${path()}/copy-day`, copy)).body;
    expect(items).toHaveLength(5);
    expect(items.find(({ title }) => title === '專題演講')).toMatchObject({
      ...{ day: '2028-06-13', minute: 570, state: 'waiting', startedAt: null, outside: 'Dr. Smith' },
    });
    const nothing = { fromDay: '2028-06-14', toDay: '2028-06-13' };
    expect(told(await lead().post(`${path()}/copy-day`, nothing))).toBe('400 validation /fromDay');
  });

  describe('when a cue is late', () => {
    it('shows first what moves and whom it touches, and then moves just that', async () => {
      const [opening] = await aMorning();
      const shown = await preview(opening!, 15);
      expect(shown).toMatchObject({ left: 0, stoppedBy: null, warnings: [], outside: ['Dr. Smith'] });
      expect(shown.people.map(({ name }) => name).sort()).toEqual(['組員 李', '組員 王']);
      expect(shown.moves.map(({ from, to }) => [from.minute, to.minute])).toEqual([
        [540, 555],
        [570, 585],
        [610, 615],
      ]);
      expect(await starts()).toContainEqual(['開幕', 540]);
      const expected = shown.moves.map(({ id, to }) => ({ id, ...to }));
      const { cues, delays } = ok(await delay(opening!, 15, expected)).body;
      expect(cues.map(({ title, minute, plannedMinute }) => [title, minute, plannedMinute])).toEqual([
        ['貴賓茶敘', 540, 540],
        ['開幕', 555, 540],
        ['專題演講', 585, 570],
        ['座談', 615, 610],
        ['午宴', 720, 720],
      ]);
      expect(delays).toMatchObject([{ day: '2028-06-12', title: '開幕', minutes: 15, by: { name: '組長 陳' } }]);
      const changes = await project.changes(opening!.id);
      expect(changes[0]).toMatchObject({ action: 'cue.delayed', after: { shiftMinutes: 15, moved: 3 } });
    });

    it('moves nothing where by now something else would move', async () => {
      const [opening, talk] = await aMorning();
      const expected = (await preview(opening!, 15)).moves.map(({ id, to }) => ({ id, ...to }));
      ok(await lead().patch(at(talk!), { minutes: 40 }, ANY_VERSION));
      expect(told(await delay(opening!, 15, expected))).toBe('409 delay-changed');
      expect(await starts()).toContainEqual(['開幕', 540]);
    });

    it('says what no longer fits before a fixed cue, and who would be in two places at once', async () => {
      const [, , panel] = await aMorning();
      await add({ title: '媒體採訪', minute: 680, place: '貴賓室', personIds: [project.cast.other.id] });
      const shown = await preview(panel!, 75);
      expect(shown.stoppedBy).toMatchObject({ short: 15 });
      const kinds = shown.warnings.map(({ kind, minutes }) => [kind, minutes]).sort();
      expect(kinds).toEqual([
        ['person', 25],
        ['place', 15],
      ]);
    });

    it('that can not move says why', async () => {
      const [opening, , , lunch] = await aMorning();
      expect(told(await delay(lunch!, 5))).toBe('409 cue-fixed');
      await call(opening!, 'done');
      expect(told(await delay(opening!, 5))).toBe('409 cue-done');
      const [first] = await add({ minute: 0, place: '後臺' });
      expect(told(await delay(first!, -5))).toBe('409 no-room');
    });

    it('and runs already ends later; what is brought forward begins where the one before has ended', async () => {
      const [opening, talk] = await aMorning();
      await goTo(app, project.cast, '2028-06-12T09:05:00+08:00');
      await call(opening!, 'running');
      ok(await delay(opening!, 5));
      const now = (await sheet()).cues.find(({ id }) => id === opening!.id);
      expect(now).toMatchObject({ minute: 540, minutes: 35, plannedMinutes: 30 });
      await goTo(app, project.cast, '2028-06-12T09:25:00+08:00');
      await call(opening!, 'done');
      ok(await delay(talk!, -60));
      expect(await starts()).toContainEqual(['專題演講', 565]);
    });

    it('is taken back once, the newest first, but for what has begun since', async () => {
      const [opening, talk] = await aMorning();
      const first = ok(await delay(opening!, 10)).body.delays[0]!;
      const second = ok(await delay(talk!, 5)).body.delays[0]!;
      const undo = (id: string) => lead().post<DelayUndone>(`/api/run-sheet-delays/${id}/undo`);
      expect(told(await undo(first.id))).toBe('409 not-the-last');
      ok(await undo(second.id));
      expect(ok(await undo(second.id)).body).toEqual({ restored: 0, left: [] });
      expect((await sheet()).delays.map(({ id }) => id)).toEqual([first.id]);
      await call(talk!, 'running');
      expect(ok(await undo(first.id)).body).toEqual({ restored: 1, left: ['專題演講'] });
      expect(await starts()).toEqual(
        expect.arrayContaining([
          ...[
            ['開幕', 540],
            ['專題演講', 580],
            ['座談', 610],
          ],
        ]),
      );
    });

    it('twice at once moves by both, one after the other', async () => {
      const [opening] = await aMorning();
      await Promise.all([delay(opening!, 5), delay(opening!, 5), delay(opening!, 5)]);
      expect(await starts()).toContainEqual(['開幕', 555]);
      expect((await sheet()).cues.find(({ title }) => title === '專題演講')).toMatchObject({ minute: 585 });
    });
  });

  it('is called by whoever leads: begun, ended, taken back', async () => {
    const [cue] = await add({});
    await goTo(app, project.cast, SHOW);
    expect(await call(cue!, 'running')).toMatchObject({ state: 'running', startedAt: Date.parse(SHOW), version: 2 });
    expect(await call(cue!, 'running')).toMatchObject({ version: 2 });
    const end = await lead().post(at(cue!, 'state'), { state: 'done' }, seen(1));
    expect(told(end)).toBe('412 version-moved');
    expect(await call(cue!, 'done')).toMatchObject({ state: 'done', endedAt: Date.parse(SHOW) });
    expect(told(await member().post(at(cue!, 'state'), { state: 'waiting' }))).toBe('403 forbidden');
    const actions = (await project.changes(cue!.id)).map(({ action }) => action);
    expect(actions).toEqual(['cue.ended', 'cue.started', 'cue.added']);
  });

  it('is read whole by temporary staff, who find it among their own, and changed by them nowhere', async () => {
    const [cue] = await add({ workItemId: (await project.add()).id });
    const teamId = (await project.team('registration')).id;
    const code = { teamId, hours: 48, most: 9 };
    const { link } = ok(await manager().post<{ link: string }>('/api/join-codes', code)).body;
    const phone = app.client();
    ok(await phone.post(`/api/join/${link.split('/').at(-1)}`, GIVEN));
    const mine = ok(await phone.get<OwnRunSheets>('/api/me/run-sheets')).body.items;
    expect(mine).toEqual([{ projectId: project.id, projectName: '亞洲會展年會', day: '2028-06-12' }]);
    // Another sub-team's work is not there for them.
    expect((await sheet(phone)).cues).toMatchObject([{ title: '開幕致詞', work: null, mine: false }]);
    expect(told(await phone.patch(at(cue!), { minute: 1 }, ANY_VERSION))).toBe('403 forbidden');
    expect(told(await phone.post(at(cue!, 'delay'), { minutes: 5 }))).toBe('403 forbidden');
    expect(told(await project.cast.outsider.client.get(path()))).toBe('404 not-found');
  });

  it('is plain data for documents', async () => {
    await aMorning();
    const days = await app.app.get(Database).read((em) => runSheetOf(em, project.id));
    expect(days.map(({ day, cues }) => [day, cues.length])).toEqual([['2028-06-12', 5]]);
    expect(days[0]!.cues[0]).toMatchObject({ start: '09:00', end: '09:30', people: ['組員 王'], place: '主會場' });
  });

  it('changes no more once the project is closed', async () => {
    const [cue] = await add({});
    ok(await manager().post(`/api/projects/${project.id}/close`, { waiveRest: '活動結束' }));
    expect(told(await lead().post(at(cue!, 'state'), { state: 'running' }))).toBe('409 project-closed');
    expect(await sheet()).toMatchObject({ mayEdit: false, mayCall: false });
  });

  it('loses a cue with its version named, and no work with it', async () => {
    const { id: workItemId } = await project.add();
    const [cue] = await add({ workItemId });
    expect(told(await lead().delete(at(cue!), seen(3)))).toBe('412 version-moved');
    ok(await lead().delete(at(cue!), seen(1)));
    expect((await sheet()).cues).toEqual([]);
    expect((await project.item(workItemId)).id).toBe(workItemId);
  });
});
