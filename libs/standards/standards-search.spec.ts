import { join } from 'node:path';
import fc from 'fast-check';
import { textsOf } from './searchable';
import { StandardsLibrary } from './standards.library';
import { StandardsSearch, type StandardsFound } from './standards-search';

const library = StandardsLibrary.read(join(__dirname, '../../seeds/standards'));
const search = new StandardsSearch(library);
const find = (q: string, more: object = {}) => search.find({ q, ...more });
const textOf = (hit: StandardsFound['groups'][number]['hits'][number]) => hit.pieces.map(({ text }) => text).join('');
const everything = library.all().flatMap((standard) => textsOf(standard).map((row) => ({ slug: standard.slug, row })));

describe('the search in the standards', () => {
  it.each(['報到', '場地', '贊助', '會', 'B2B', 'gdpr'])('finds %s', (word) => {
    const { total, groups } = find(word);
    expect(total).toBeGreaterThan(0);
    const marks = groups.flatMap(({ hits }) => hits.map(({ pieces }) => pieces.find(({ marked }) => marked)?.text));
    expect(new Set(marks.map((mark) => mark?.toLowerCase()))).toEqual(new Set([word.toLowerCase()]));
  });

  it('finds any text by any two characters that stand next to each other in it', () => {
    const pairs = fc.constantFrom(...everything).chain(({ slug, row }) => {
      const characters = [...row.text];
      const last = Math.max(0, characters.length - 2);
      return fc.nat(last).map((at) => ({ slug, row, pair: characters.slice(at, at + 2).join('') }));
    });
    fc.assert(
      fc.property(pairs, ({ slug, row, pair }) => {
        const { groups } = find(pair, { standard: slug, kind: row.kind });
        expect(groups[0]!.hits.map(({ place }) => place)).toContain(row.place);
      }),
      { numRuns: 1500 },
    );
  });

  it('wants all words', () => {
    const { groups } = find('報到 流程');
    const hits = groups.flatMap((group) => group.hits);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(textOf(hit)).toMatch(/報到.*流程|流程.*報到/);
    expect(find('報到 無此詞語').total).toBe(0);
  });

  it.each([
    ['T2.1', 'T2.1'],
    ['t2.1', 'T2.1'],
    ['Ｔ２．１', 'T2.1'],
    ['O3.3.4', 'T3.3/O3.3.4'],
    ['03.3.4', 'T3.3/O3.3.4'],
    ['P1.1.2', 'T1.1/P1.1.2'],
    ['k1', 'knowledge/K01'],
  ])('finds %s as the code that it is', (typed, place) => {
    const { groups } = find(typed, { standard: 'event-coordinator' });
    expect(groups[0]!.hits[0]!.place).toBe(place);
  });

  it('finds with a code what stands under it, but not its longer neighbours', () => {
    const places = find('P2.1.1', { standard: 'conference-project-executive' }).groups[0]!.hits.map(
      ({ place }) => place,
    );
    expect(places).toEqual(['T2.1/P2.1.1']);
    const under = find('T2', { standard: 'event-coordinator' }).groups[0]!.hits.map(({ place }) => place);
    expect(under).toEqual(['T2', 'T2.1', 'T2.2', 'T2.3', 'T2.4']);
  });

  it('finds a standard by its name and by its code', () => {
    expect(find('活動企劃助理').groups[0]!.standard.slug).toBe('event-planning-assistant');
    expect(find('kmc2432-003').groups[0]!.hits[0]).toMatchObject({ kind: 'standard', place: 'name' });
  });

  it('puts titles before outputs, outputs before indicators, and those before knowledge', () => {
    const order = ['standard', 'duty', 'task', 'output', 'indicator', 'knowledge', 'skill', 'attitude', 'note'];
    const kinds = find('場地', { standard: 'conference-project-manager' }).groups[0]!.hits.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBeGreaterThan(2);
    expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('puts editions that are replaced after all current ones', () => {
    const superseded = find('場地').groups.map(({ standard }) => standard.superseded);
    expect(superseded).toContain(true);
    expect(superseded).toEqual([...superseded].sort((a, b) => Number(a) - Number(b)));
  });

  it('shows the first of each standard, and all of one that is asked for', () => {
    const group = find('活動').groups.find(({ total }) => total > 6)!;
    expect(group.hits).toHaveLength(6);
    const all = find('活動', { standard: group.standard.slug }).groups[0]!;
    expect(all.hits).toHaveLength(group.total);
  });

  it('counts every kind whatever kind is asked for', () => {
    const { kinds, total, groups } = find('贊助', { kind: 'output' });
    expect(total).toBe(kinds.find(({ kind }) => kind === 'output')!.count);
    expect(kinds.length).toBeGreaterThan(1);
    expect(groups.flatMap(({ hits }) => hits.map(({ kind }) => kind))).not.toContain('task');
  });

  it('shows of a long text the part around the word', () => {
    const hit = find('並能與不同背景').groups[0]!.hits[0]!;
    expect(hit.pieces[0]!.text).not.toBe('…');
    const far = find('發展及維持良好關係')
      .groups.flatMap(({ hits }) => hits)
      .find(({ kind }) => kind === 'attitude')!;
    expect(textOf(far).length).toBeLessThan(120);
    expect(far.pieces.some(({ text, marked }) => marked && text === '發展及維持良好關係')).toBe(true);
  });

  it('says which task an output stands under, also where its code repeats', () => {
    const hits = find('P2.2.2', { standard: 'meeting-executive-2017' }).groups[0]!.hits;
    expect(hits.map(({ place, task }) => [place, task?.code])).toEqual([
      ['T2.1/P2.2.2', 'T2.1'],
      ['T2.2/P2.2.2', 'T2.2'],
    ]);
  });

  it('finds nothing for nothing, and takes whatever is typed', () => {
    expect(find('')).toEqual({ total: 0, kinds: [], groups: [] });
    expect(find('報到', { standard: '__proto__' }).total).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        for (const { hits } of find(typed).groups) for (const hit of hits) expect(textOf(hit)).not.toBe('');
      }),
    );
    for (const typed of ['(.*)+$', '%_\\', "' OR 1=1 --", '<img src=x>', '\u0000']) expect(find(typed).total).toBe(0);
  });
});
