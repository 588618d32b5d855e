import { type Counts, countsOf, effectOf, planProject } from '@convener/templates';
import { answers, realSeeds } from '../support/builders.templates';

const { templates, template, calendar } = realSeeds();
const MANAGER = 'conference-project-manager';
const EXECUTIVE = 'conference-project-executive';
const OLD = 'meeting-executive-2017';
const SPECIALIST = 'exhibition-marketing-specialist';

const plan = (slug: string, options: Record<string, string | boolean>) =>
  planProject(template(slug), answers({ options }), calendar, '2026-01-01');
const leftOut = (slug: string, options: Record<string, string | boolean>) =>
  plan(slug, options)
    .leftOut.map(({ place }) => place)
    .sort();
const at = (standard: string, ...places: string[]) => places.map((place) => `${standard}/${place}`).sort();

describe('an answer leaves out', () => {
  it.each([
    ['conference', { exhibition: false }, at(EXECUTIVE, 'T2.8', 'T3.7', 'T5.7')],
    ['conference-2017', { exhibition: false }, at(OLD, 'T2.7', 'T3.7', 'T5.7')],
    ['conference', { hotels: false }, at(EXECUTIVE, 'T2.3', 'T3.3', 'T5.3')],
    ['conference-2017', { hotels: false }, at(OLD, 'T2.3', 'T3.3', 'T5.3')],
    ['conference', { certificates: false }, at(EXECUTIVE, 'T5.1/O5.1.3', 'T5.1/P5.1.3')],
    ['conference', { temporaryStaff: false }, at(EXECUTIVE, 'T4.1/P4.1.2')],
    ['conference', { internationalBid: false }, at(MANAGER, 'T1.5')],
    [
      'conference',
      { alreadyAwarded: true },
      [...at(EXECUTIVE, 'T1.1', 'T1.2', 'T1.3', 'T1.4'), ...at(MANAGER, 'T1.1', 'T1.2', 'T1.3', 'T1.4', 'T1.5')],
    ],
    ['exhibition', { audience: 'B2B' }, at(SPECIALIST, 'T4.1/O4.1.8')],
    ['exhibition', { audience: 'B2C' }, at(SPECIALIST, 'T3.2')],
  ] as const)('of %s with %j exactly what it names', (slug, options, places) => {
    expect(leftOut(slug, options)).toEqual([...places].sort());
  });

  it('papers: the two registers of papers and reviewers, and the indicators about them', () => {
    for (const [slug, executive] of [
      ['conference', EXECUTIVE],
      ['conference-2017', OLD],
    ] as const) {
      const { items, leftOut: left } = plan(slug, { papers: false });
      expect(left.filter(({ kind }) => kind === 'deliverable').map(({ place }) => place)).toEqual(
        at(executive, 'T2.1/O2.1.2', 'T2.1/O2.1.3'),
      );
      expect(left.filter(({ kind }) => kind === 'check')).toHaveLength(8);
      const kept = items
        .flatMap(({ checks }) => checks.map(({ text }) => text))
        .filter((text) => /徵稿|投稿|稿件|論文/.test(text));
      expect(kept).toEqual([]);
    }
  });

  it('dinner and tours: each its own part of three work items, and the work items only when both go', () => {
    const [dinner, tours] = [leftOut('conference', { dinner: false }), leftOut('conference', { tours: false })];
    expect(dinner.filter((place) => tours.includes(place))).toEqual([]);
    expect(plan('conference', { dinner: false }).counts.workItems).toBe(58);
    expect(plan('conference', { tours: false }).counts.workItems).toBe(58);
    expect(leftOut('conference', { dinner: false, tours: false })).toEqual(at(EXECUTIVE, 'T2.9', 'T3.8', 'T5.8'));
    expect(leftOut('conference-2017', { dinner: false, tours: false })).toEqual(at(OLD, 'T2.8', 'T3.8', 'T5.8'));
    expect(plan('conference', { dinner: false, tours: false }).teams.map(({ key }) => key)).not.toContain(
      'tours-dinner',
    );
  });

  it('nothing, while it is not given', () => {
    for (const { slug } of templates) expect(leftOut(slug, {})).toEqual([]);
  });

  it('and says why in both languages', () => {
    const [first] = plan('conference', { internationalBid: false }).leftOut;
    expect(first).toEqual({
      place: `${MANAGER}/T1.5`,
      title: expect.stringMatching(/./),
      titleEn: expect.stringMatching(/[a-z]/i),
      kind: 'work-item',
      reason: {
        code: 'option',
        option: 'internationalBid',
        zh: '「要協助客戶與其他國家競標嗎？」答「否」',
        en: '"Will you help the client bid against other countries?" answered "No"',
      },
    });
  });
});

const EACH_ANSWER = templates.flatMap(({ slug, options }) =>
  options.flatMap(({ key, choices }) => choices.map(({ value }) => [slug, key, value] as const)),
);

describe('every answer of every template', () => {
  it.each(EACH_ANSWER)('%s, %s: %s takes away what it says it takes away', (slug, option, answer) => {
    const { counts, leftOut: left, items } = plan(slug, { [option]: answer });
    const all = countsOf(template(slug).items);
    const gone = effectOf(template(slug), option, answer);
    expect(add(counts, gone)).toEqual(all);
    expect(counts).toEqual(countsOf(items));
    const whole = new Set(left.filter(({ kind }) => kind === 'work-item').map(({ place }) => place));
    const parts = (kind: string) => left.filter((row) => row.kind === kind).length;
    const inside = template(slug).items.filter(({ place }) => whole.has(place));
    expect(gone).toEqual(
      add(countsOf(inside), { workItems: 0, deliverables: parts('deliverable'), checks: parts('check') }),
    );
  });

  it('keeps no predecessor that was left out', () => {
    for (const [slug, option, answer] of EACH_ANSWER) {
      const { items } = plan(slug, { [option]: answer });
      const places = new Set(items.map(({ place }) => place));
      expect(items.flatMap(({ after }) => after).filter((place) => !places.has(place))).toEqual([]);
    }
  });
});

describe('a merge', () => {
  const report = `${EXECUTIVE}/T6.3/O6.3.1`;
  const managers = `${MANAGER}/T6.2/O6.2.1`;

  it('counts the deliverable once, names all its sources, gives it to its accepter and leaves checks alone', () => {
    const merged = plan('conference', { oneClosingReport: true });
    expect(merged.counts).toEqual({ workItems: 58, deliverables: 88, checks: 196 });
    const found = merged.items.flatMap(({ deliverables }) => deliverables).find(({ place }) => place === report);
    expect(found).toMatchObject({ sources: [report, managers], accepter: 'manager' });
    expect(merged.leftOut).toEqual([
      expect.objectContaining({
        place: managers,
        kind: 'deliverable',
        reason: expect.objectContaining({ code: 'merged', zh: expect.stringContaining(report) }),
      }),
    ]);
  });

  it('happens only when it is asked for: equal titles alone never merge', () => {
    for (const answer of [{}, { oneClosingReport: false }] as Record<string, boolean>[]) {
      const rows = plan('conference', answer).items.flatMap(({ deliverables }) => deliverables);
      expect(rows.every(({ place, sources }) => sources.length === 1 && sources[0] === place)).toBe(true);
    }
    const titles = template('exhibition').items.flatMap(({ deliverables }) => deliverables.map(({ title }) => title));
    expect(new Set(titles).size).toBeLessThan(titles.length);
  });

  it('does not bring back what an option leaves out, and needs its target', () => {
    const { counts, leftOut: left } = plan('conference', { oneVenueAnalysis: true, alreadyAwarded: true });
    expect(counts).toEqual({ workItems: 49, deliverables: 78, checks: 172 });
    expect(left.filter(({ reason }) => reason.code === 'merged')).toEqual([]);
  });

  it('may come with all others at once', () => {
    const counted = (slug: string) => {
      const options = Object.fromEntries(template(slug).merges.map(({ option }) => [option, true]));
      return Object.values(plan(slug, options).counts);
    };
    expect(counted('conference')).toEqual([58, 87, 196]);
    expect(counted('exhibition')).toEqual([63, 90, 172]);
    expect(counted('event')).toEqual([31, 57, 115]);
    expect(counted('conference-2017')).toEqual([56, 80, 161]);
  });
});

function add(a: Counts, b: Counts): Counts {
  return {
    workItems: a.workItems + b.workItems,
    deliverables: a.deliverables + b.deliverables,
    checks: a.checks + b.checks,
  };
}
