import { type Entry, fitOf, ranked, type Section } from './rank';

const entry = (label: string, section: Section = 'go', part: Partial<Entry> = {}): Entry => ({
  ...{ id: `${section} ${label}`, section, label },
  ...part,
});
const told = (entries: Entry[], typed: string) => ranked(entries, typed).map(({ label }) => label);

describe('what was typed into the palette', () => {
  it.each<[string, Entry, string, number | null]>([
    ['begins the name', entry('場地分析與評估'), '場地', 0],
    ['begins a word of it', entry('2028 數位論壇'), '數位', 1],
    ['stands inside it, as Chinese has no spaces', entry('進行場地分析'), '場地', 2],
    ['is several words in any order', entry('進行場地分析'), '分析 場地', 2],
    ['is a code', entry('進行場地分析', 'items', { words: 'T1.2' }), 't1.2', 3],
    ['is its name in the other language', entry('我的工作', 'go', { words: 'My work' }), 'work', 3],
    ['is written in wide letters', entry('MICE 專案'), 'ｍｉｃｅ', 0],
    ['has a word that is nowhere in it', entry('進行場地分析'), '場地 餐飲', null],
  ])('%s', (_what, of, typed, fit) => {
    expect(fitOf(of, typed)).toBe(fit);
  });
});

describe('the palette shows', () => {
  const entries = [
    entry('寄件紀錄'),
    entry('紀錄', 'here'),
    entry('登出', 'actions'),
    entry('製作會議紀錄', 'items'),
    entry('紀錄片放映', 'items'),
  ];

  it('everything in the order of its sections while nothing is typed', () => {
    expect(told(entries, ' ')).toEqual(['紀錄', '製作會議紀錄', '紀錄片放映', '寄件紀錄', '登出']);
  });

  it('first the section with what fits best, and in it that', () => {
    expect(told(entries, '紀錄')).toEqual(['紀錄', '紀錄片放映', '製作會議紀錄', '寄件紀錄']);
  });

  it('one thing once, where it was met first', () => {
    const twice = { id: 'same' };
    expect(told([entry('近', 'recent', twice), entry('遠', 'items', twice)], '')).toEqual(['近']);
  });
});
