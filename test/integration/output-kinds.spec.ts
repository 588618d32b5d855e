import { DocumentKinds } from '@convener/reports';
import type { OutputKind } from '@convener/templates';
import { startTestApp } from '../support/app';
import { realSeeds } from '../support/builders.templates';

const { templates } = realSeeds();
const outputs = templates
  .filter(({ kind }) => kind === 'single')
  .flatMap(({ items }) => items.flatMap(({ deliverables }) => deliverables));

/** What a title's own words say, and the titles that mean something else by them. */
const WORDS: readonly { words: RegExp; kind: OutputKind; but?: RegExp }[] = [
  {
    words: /名冊|名單|登記表|登錄表|列表|調度表|聯繫表|核銷表|帳單|清單/,
    kind: 'register',
    but: /資源列表|建議清單|報到登錄表|實際報到人員名單/,
  },
  { words: /合約|契約|協議書|意向書/, kind: 'contract' },
  { words: /紀錄|記錄/, kind: 'record', but: /問題紀錄與處理表/ },
  { words: /結案報告|感謝函|與會證明|工作任務分派表|工作分配表|時程規劃表/, kind: 'generated' },
  { words: /記者會$|記者招待會|典禮|競賽活動|產品發表會/, kind: 'event' },
  { words: /官網|網頁|社群媒體|APP/, kind: 'link' },
];

describe('the kinds of the outputs of the ten standards', () => {
  it('are said of all three hundred', () => {
    expect(outputs.length).toBe(300);
    expect(outputs.filter(({ kind }) => kind === undefined)).toEqual([]);
  });

  it('are one for outputs of one title', () => {
    const kinds = new Map<string, Set<unknown>>();
    for (const { title, kind } of outputs) kinds.set(title, (kinds.get(title) ?? new Set()).add(kind));
    expect([...kinds].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  it.each(WORDS)('are $kind where the title says so', ({ words, kind, but }) => {
    const said = outputs.filter(({ title }) => words.test(title) && !but?.test(title));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((output) => output.kind !== kind).map(({ place, title }) => `${place} ${title}`)).toEqual([]);
  });

  it('that the project’s data make have a document each', async () => {
    const app = await startTestApp();
    const written = app.app.get(DocumentKinds);
    const named = [...new Set(outputs.flatMap(({ document }) => document ?? []))].sort();
    expect(named.filter((key) => !written.find(key))).toEqual([]);
    expect(outputs.filter(({ kind, document }) => (kind === 'generated') !== (document !== undefined))).toEqual([]);
    await app.close();
  });
});
