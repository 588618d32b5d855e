import { lint } from './lint';
import { withPlaces, type DutyRow, type TaskRow } from './places';
import type { Standard } from './standard.types';

/** An output or indicator as `printed title`; `- title` where no code is printed. */
const row = (line: string) => {
  const [printed = '', ...rest] = line.split(' ');
  const shown = printed.replaceAll('_', ' ');
  const code = shown
    .replace(/\s/g, '')
    .replace(/^0/, 'O')
    .replace(/^(.)\./, '$1');
  return { printed: shown, code, words: rest.join(' ') };
};

const task = (
  code: string,
  title: string,
  outputs: string[],
  indicators: string[],
  level: number | null = 4,
): TaskRow => ({
  code,
  title,
  level,
  condition: null,
  outputs: outputs.map(row).map((output) => {
    const none = output.printed === '-';
    return {
      code: none ? null : output.code,
      printed: none ? null : output.printed,
      title: output.words,
      condition: null,
    };
  }),
  indicators: indicators
    .map(row)
    .map(({ code: own, printed, words }) => ({ code: own, printed, text: words, condition: null })),
  knowledge: [],
  skills: [],
});

const standardOf = (tasks: TaskRow[] | DutyRow[], more: Partial<Standard> = {}): Standard => {
  const duties = tasks.every((part) => 'tasks' in part)
    ? tasks
    : [{ code: 'T1', title: 'x', tasks: tasks as TaskRow[] }];
  const nobody = { name: null, code: null };
  return {
    ...{
      slug: 'sample',
      code: null,
      name: '樣本',
      edition: 'v1',
      supersedes: null,
      source: '樣本',
      level: 4,
      description: '樣本',
    },
    category: { occupationCategory: nobody, occupation: nobody, industry: nobody },
    ...{ versionHistory: [], knowledge: [], skills: [], attitudes: [], notes: [], errata: [] },
    duties: withPlaces(duties),
    ...more,
  };
};

const found = (standard: Standard) => lint(standard).map(({ at, kind }) => `${at} ${kind}`);
const sound = () => task('T1.1', '規劃', ['O1.1.1 計畫'], ['P1.1.1 訂定目標', 'P1.1.2 編列預算']);

it('finds nothing in a sound standard', () => {
  expect(lint(standardOf([sound(), task('T1.2', '執行', ['O1.2.1 紀錄'], ['P1.2.1 執行'])]))).toEqual([]);
});

it('says which standard, where, what is printed and what is odd', () => {
  expect(lint(standardOf([task('T1.1', '規劃', [], ['P1.1.1 訂定目標'])]))).toEqual([
    { standard: 'sample', at: 'T1.1', kind: 'no-output', printed: null, says: 'The task has no output.' },
  ]);
});

describe('codes', () => {
  it('reports zeros for the letter O once where all are printed so, else one by one', () => {
    expect(found(standardOf([task('T1.1', '規劃', ['01.1.1 甲案', '01.1.2 乙表'], ['P1.1.1 訂定'])]))).toEqual([
      'outputs zero-for-letter-o',
    ]);
    expect(found(standardOf([task('T1.1', '規劃', ['O1.1.1 甲案', '01.1.2 乙表'], ['P1.1.1 訂定'])]))).toEqual([
      'T1.1/O1.1.2 zero-for-letter-o',
    ]);
  });

  it('reports stray dots and blanks', () => {
    const odd = task('T1.1', '規劃', ['O.1.1.1 甲案', 'O1._1._2 乙表'], ['P.1.1.1 訂定', 'P1._1._2 編列']);
    expect(found(standardOf([odd]))).toEqual([
      'T1.1/O1.1.1 stray-dot',
      'T1.1/O1.1.2 stray-space',
      'T1.1/P1.1.1 stray-dot',
      'T1.1/P1.1.2 stray-space',
    ]);
  });

  it('reports an output without a code', () => {
    expect(found(standardOf([task('T1.1', '規劃', ['O1.1.1 甲案', '- 乙表'], ['P1.1.1 訂定'])]))).toEqual([
      'T1.1/O~2 missing-code',
    ]);
  });

  it('reports doubled numbers at their later use', () => {
    const odd = task('T1.1', '規劃', ['O1.1.1 甲案', 'O1.1.1 乙表'], ['P1.1.1 訂定', 'P1.1.2 編列', 'P1.1.2 簽核']);
    expect(found(standardOf([odd]))).toEqual(['T1.1/O1.1.1~2 duplicate-number', 'T1.1/P1.1.2~2 duplicate-number']);
  });

  it('reports skipped numbers of duties, tasks, outputs and indicators', () => {
    const duties = [
      { code: 'T1', title: '甲', tasks: [sound()] },
      {
        code: 'T3',
        title: '丙',
        tasks: [
          task('T3.1', '執行', ['O3.1.2 紀錄'], ['P3.1.1 執行']),
          task('T3.3', '結案', ['O3.3.1 報告'], ['P3.3.3 撰寫']),
        ],
      },
    ];
    const standard = standardOf(duties);
    expect(found(standard)).toEqual([
      'duties skipped-number',
      'T3 skipped-number',
      'T3.1 skipped-number',
      'T3.3 skipped-number',
      'T3.3 skipped-number',
    ]);
    expect(lint(standard).map(({ says }) => says)).toEqual(
      ['T2', 'T3.2', 'O3.1.1', 'P3.3.1', 'P3.3.2'].map((code) => `There is no ${code}.`),
    );
  });

  it('reports codes that carry another number than their task or duty', () => {
    const duties = [
      { code: 'T1', title: '甲', tasks: [task('T1.1', '規劃', ['O4.1.1 計畫'], ['P1.1.1 訂定', 'P11.1.1 編列'])] },
      { code: 'T2', title: '乙', tasks: [task('T1.2', '執行', ['O1.2.1 紀錄'], ['P1.2.1 執行'])] },
    ];
    expect(found(standardOf(duties))).toEqual([
      'T1.1/O4.1.1 wrong-task-number',
      'T1.1/P11.1.1 wrong-task-number',
      'T1.2 wrong-task-number',
    ]);
  });
});

describe('levels', () => {
  it('reports a level above the standard and a blank one, and lets a lower one be', () => {
    const tasks = [3, 4, 5, null].map((level, index) => {
      const number = `1.${index + 1}`;
      return task(`T${number}`, `任務${index}`, [`O${number}.1 產出${index}`], [`P${number}.1 執行`], level);
    });
    expect(found(standardOf(tasks))).toEqual(['T1.3 level-above-standard', 'T1.4 missing-level']);
  });
});

describe('knowledge, skills, attitudes', () => {
  it('reports a code with two texts and a text with two codes', () => {
    const knowledge = [
      { code: 'K59', text: '市場趨勢分析' },
      { code: 'K59', text: '帳務核銷知識' },
    ];
    const skills = [
      { code: 'S01', text: '問題分析' },
      { code: 'S07', text: '問題分析' },
    ];
    expect(found(standardOf([sound()], { knowledge, skills }))).toEqual([
      'knowledge/K59 code-with-two-texts',
      'skills/S07 text-with-two-codes',
    ]);
  });

  it('reports an attitude that is printed twice', () => {
    const optimism = { code: 'A12', text: '樂觀', description: null };
    expect(found(standardOf([sound()], { attitudes: [optimism, optimism] }))).toEqual([
      'attitudes/A12 repeated-attitude',
    ]);
  });
});

describe('look-alikes', () => {
  it('reports indicators of one task that say nearly the same', () => {
    const texts = ['對演講貴賓進行邀請，並發出邀請函', '收取報名費用', '對演講貴賓進行邀請並發出邀請函'];
    const odd = task(
      'T1.1',
      '議事',
      ['O1.1.1 議程'],
      texts.map((text, index) => `P1.1.${index + 1} ${text}`),
    );
    expect(found(standardOf([odd]))).toEqual(['T1.1/P1.1.3 misplaced-text']);
  });

  it('lets indicators be that share only their pattern', () => {
    const odd = task('T1.1', '結帳', ['O1.1.1 帳單'], ['P1.1.1 與飯店結帳', 'P1.1.2 與運輸公司結帳']);
    expect(found(standardOf([odd]))).toEqual([]);
  });

  it('reports look-alike titles that sit crosswise under two tasks', () => {
    const tasks = [
      task('T1.1', '洽談供應商協議', ['O1.1.1 贊助商管理名冊'], ['P1.1.1 擬定契約']),
      task('T1.2', '洽談贊助協議', ['O1.2.1 供應商管理名冊'], ['P1.2.1 擬定提案']),
    ];
    expect(found(standardOf(tasks))).toEqual(['T1.1/O1.1.1 misplaced-text', 'T1.2/O1.2.1 misplaced-text']);
    const righted = [
      task('T1.1', '洽談供應商協議', ['O1.1.1 供應商管理名冊'], ['P1.1.1 擬定契約']),
      task('T1.2', '洽談贊助協議', ['O1.2.1 贊助商管理名冊'], ['P1.2.1 擬定提案']),
    ];
    expect(found(standardOf(righted))).toEqual([]);
  });

  it('reports a title twice in one duty: at the task that is not named for it, else at the later', () => {
    const tasks = [
      task('T1.1', '分析展覽效益', ['O1.1.1 結案報告'], ['P1.1.1 評估']),
      task('T1.2', '製作結案報告', ['O1.2.1 結案報告'], ['P1.2.1 撰寫']),
    ];
    expect(found(standardOf(tasks))).toEqual(['T1.1/O1.1.1 misplaced-text']);
    const letters = [
      task('T1.1', '執行議事組工作', ['O1.1.1 感謝函'], ['P1.1.1 寄發']),
      task('T1.2', '執行文宣組工作', ['O1.2.1 感謝函'], ['P1.2.1 發出']),
    ];
    expect(found(standardOf(letters))).toEqual(['T1.2/O1.2.1 repeated-title']);
  });
});
