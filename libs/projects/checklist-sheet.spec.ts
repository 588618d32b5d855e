import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAGES } from '@convener/templates';
import { sheetColumns } from './checklist-sheet';
import { WAITING_KINDS, WORK_ITEM_STATUSES } from './transitions';
import type { WorkItemRow } from './views';

const row = {
  code: 'T1.1',
  title: '議程規劃',
  titleEn: 'Programme planning',
  stage: 'preparation',
  status: 'waiting',
  team: { id: 't', name: '議程組', nameEn: 'Programme' },
  assignee: { id: 'p', name: '王小明' },
  startDay: null,
  dueDay: '2028-05-20',
  deliverables: { total: 3, settled: 1, submitted: 1 },
  checks: { total: 4, decided: 2 },
  waitingKind: 'client',
  waitingFor: '講者名單',
  standard: 'conference-project-manager',
} as WorkItemRow;
const name = '會議專案經理';

describe('A checklist as a spreadsheet', () => {
  it.each([
    ['zh-TW', '名稱', '議程規劃', '籌備', '客戶: 講者名單', '會議專案經理'],
    ['en', 'Title', 'Programme planning', 'Preparation', 'Client: 講者名單', '會議專案經理'],
  ] as const)('speaks %s', (language, heading, title, stage, waiting, standard) => {
    const columns = sheetColumns(language, () => name);
    const cells = columns.map(({ cell }) => cell(row));
    expect(columns[1]!.title).toBe(heading);
    expect([cells[1], cells[2], cells.at(-2), cells.at(-1)]).toEqual([title, stage, waiting, standard]);
  });

  it.each(['zh-TW', 'en'] as const)('calls things what the screens call them in %s', (language) => {
    const file = join(__dirname, '../../apps/web/src/i18n', `${language}.json`);
    const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
    const kinds = words['waiting']!['kind'] as unknown as Record<string, string>;
    const said = (at: number, part: Partial<WorkItemRow>) =>
      sheetColumns(language, () => name)[at]!.cell({ ...row, ...part });
    for (const stage of STAGES) expect(said(2, { stage })).toBe(words['stage']![stage]);
    for (const status of WORK_ITEM_STATUSES) expect(said(5, { status })).toBe(words['status']![status]);
    for (const waitingKind of WAITING_KINDS)
      expect(said(12, { waitingKind, waitingFor: null })).toBe(kinds[waitingKind]);
    const titles = sheetColumns(language, () => name).map(({ title }) => title);
    const { title, stage, team, assignee, status, startDay, dueDay, standard } = words['word']!;
    expect(titles).toEqual(expect.arrayContaining([title, stage, team, assignee, status, startDay, dueDay, standard]));
  });

  it('has real days, and numbers that can be added up', () => {
    const cells = sheetColumns('en', () => name).map(({ cell }) => cell(row));
    expect(cells.slice(6, 12)).toEqual([null, new Date('2028-05-20T00:00:00Z'), 1, 3, 2, 4]);
  });

  it('names a standard that is no longer at hand by its slug', () => {
    expect(
      sheetColumns('en', () => null)
        .at(-1)!
        .cell(row),
    ).toBe('conference-project-manager');
  });
});
