import { join } from 'node:path';
import { StandardsLibrary } from '@convener/standards';
import { presentStandard, presentSummary } from './standards.dto';

const library = StandardsLibrary.read(join(__dirname, '../../../seeds/standards'));
const shown = (slug: string) => presentStandard(library.get(slug), library);

describe('a standard as it is shown', () => {
  it('says in short what replaces it', () => {
    expect(presentSummary(library.get('meeting-executive-2017'), library)).toEqual({
      slug: 'meeting-executive-2017',
      code: 'BAS2421-002',
      name: '會議專案執行人員',
      edition: '2017',
      level: 4,
      description: expect.stringContaining('在專案執行過程中'),
      supersedes: null,
      supersededBy: 'conference-project-executive',
      counts: { duties: 7, tasks: 37, outputs: 57, indicators: 117 },
    });
  });

  it('shows one in full, with the places of its parts', () => {
    const standard = shown('exhibition-marketing-specialist');
    expect(standard.counts).toEqual({ duties: 5, tasks: 18, outputs: 36, indicators: 50 });
    const task = standard.duties[2]?.tasks[1];
    expect(task).toMatchObject({
      place: 'T3.2',
      title: '運用各種媒體邀約買主',
      condition: '僅 B2B 有此工作任務，B2C 沒有',
    });
    expect(task?.indicators[4]).toMatchObject({ place: 'T3.2/P3.2.5', condition: '僅 B2B 有以上行為指標，B2C 沒有' });
  });

  it('tells two texts under one code apart', () => {
    const { knowledge } = shown('conference-project-executive');
    expect(knowledge.filter(({ code }) => code === 'K59')).toEqual([
      { place: 'knowledge/K59', code: 'K59', text: '市場趨勢分析' },
      { place: 'knowledge/K59~2', code: 'K59', text: '帳務核銷知識' },
    ]);
  });

  it('says beside which rows each erratum is told, in both languages', () => {
    const { errata } = shown('event-coordinator');
    expect(errata.find(({ at }) => at === 'T3.2/O3.2.4')).toEqual({
      at: 'T3.2/O3.2.4',
      kind: 'misplaced-text',
      printed: '贊助商管理名冊',
      reading: '供應商管理名冊',
      why: {
        zh: '贊助商的名冊印在供應商的工作任務底下；請對照 O3.3.4。',
        en: 'A register of sponsors stands under the supplier task; see O3.3.4.',
      },
      touches: ['T3.2/O3.2.4'],
    });
    expect(errata.find(({ at }) => at === 'T4/skills')?.touches).toEqual(['T4']);
  });
});
