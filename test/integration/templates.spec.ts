import { addDays, daysBetween } from '@convener/kernel';
import { indicatorsOf, outputsOf, tasksOf } from '@convener/standards';
import { answerProblems, countsOf, planProject, type TemplateItem } from '@convener/templates';
import {
  answers,
  CLOSING,
  cycleProblems,
  daysIn,
  OPENING,
  parseRule,
  PLAIN_DAYS,
  realSeeds,
} from '../support/builders.templates';

const { standards, templates, template, calendar } = realSeeds();
describe('each standard', () => {
  it.each(standards.map((standard) => [standard.slug, standard] as const))(
    '%s has each task, output and indicator in its template once and none that is invented',
    (slug, standard) => {
      const { items } = template(slug);
      const full = (rows: readonly { place: string }[]) => rows.map(({ place }) => `${slug}/${place}`).sort();
      const places = (rows: readonly { place: string }[]) => rows.map(({ place }) => place).sort();
      expect(places(items)).toEqual(full(tasksOf(standard)));
      expect(places(items.flatMap(({ deliverables }) => deliverables))).toEqual(full(outputsOf(standard)));
      expect(places(items.flatMap(({ checks }) => checks))).toEqual(full(indicatorsOf(standard)));
    },
  );

  it('keeps its wording, and each title has an English gloss', () => {
    const texts = new Map(
      standards.flatMap((standard) =>
        [...tasksOf(standard), ...outputsOf(standard)].map((row) => [`${standard.slug}/${row.place}`, row.title]),
      ),
    );
    const rows = templates.flatMap(({ items }) => items).flatMap((item) => [item, ...item.deliverables]);
    for (const { place, title, titleEn } of rows) {
      expect(title).toBe(texts.get(place));
      expect(titleEn).toMatch(/^[\p{Script=Latin}\p{N}\p{P}\p{Z}+]+$/u);
    }
  });
});

describe.each(templates.map((one) => [one.slug, one] as const))('the template %s', (_slug, one) => {
  const rows = one.items.flatMap((item) => [item, ...item.deliverables]);

  it('starts everything before it is due, and each deliverable within its work item', () => {
    for (const days of [PLAIN_DAYS, calendar]) {
      const on = daysIn(one, days);
      for (const { place, start, due } of rows) expect([place, on(start) <= on(due)]).toEqual([place, true]);
      for (const item of one.items) {
        const outside = item.deliverables.filter(
          ({ start, due }) => on(start) < on(item.start) || on(due) > on(item.due),
        );
        expect(outside.map(({ place }) => place)).toEqual([]);
      }
    }
  });

  it('has stages that agree with the days', () => {
    const on = daysIn(one);
    const wrong = one.items.filter((item) => !stageAgrees(item, on(item.start), on(item.due)));
    expect(wrong.map(({ place, stage, start, due }) => `${place} ${stage} ${start} … ${due}`)).toEqual([]);
  });

  it('never lets predecessors go round', () => {
    expect(cycleProblems(one.items)).toEqual([]);
  });

  it('knows every predecessor, sub-team, option and anchor that it names', () => {
    const places = new Set(one.items.map(({ place }) => place));
    expect(one.items.flatMap(({ after }) => after).filter((place) => !places.has(place))).toEqual([]);
    expect(new Set(one.items.map(({ team }) => team))).toEqual(new Set(one.teams.map(({ key }) => key)));
    const parts = one.items.flatMap((item) => [item, ...item.deliverables, ...item.checks]);
    const used = new Set([
      ...parts.flatMap(({ leaveOut }) => Object.keys(leaveOut)),
      ...one.merges.map((m) => m.option),
    ]);
    expect(new Set(one.options.map(({ key }) => key))).toEqual(used);
    const anchors = new Set(one.anchors.map(({ key }) => key));
    expect(
      rows.flatMap(({ start, due }) => [start, due]).filter((rule) => !anchors.has(parseRule(rule).anchor)),
    ).toEqual([]);
  });

  it('states the horizon that its work really has', () => {
    const on = daysIn(one);
    const earliest = one.items.map(({ start }) => on(start)).sort()[0] ?? OPENING;
    expect(one.horizonDays).toBe(Math.max(1, daysBetween(earliest, OPENING)));
  });

  it('says what it assumes and whose lead times it follows', () => {
    expect(one.assumes.length).toBeGreaterThan(0);
    expect(one.items.filter(({ basis }) => basis.trim().length < 4)).toEqual([]);
  });

  it('has default anchors in order', () => {
    expect(answerProblems(one, answers({ opening: OPENING, closing: CLOSING }), calendar)).toEqual([]);
  });
});

/** Work that spans several stages stands in the one it begins in. */
function stageAgrees({ stage }: TemplateItem, start: string, due: string): boolean {
  switch (stage) {
    case 'proposal':
    case 'preparation':
    case 'before':
      return start < OPENING;
    case 'during':
      return start <= addDays(CLOSING, 2) && due >= addDays(OPENING, -2);
    case 'after':
      return due >= OPENING;
    case 'closing':
      return due > CLOSING;
  }
}

describe('counts', () => {
  const counted = (slug: string, options: Record<string, string | boolean> = {}) => {
    const { workItems, deliverables, checks } = planProject(
      template(slug),
      answers({ options }),
      calendar,
      '2026-01-01',
    ).counts;
    return [workItems, deliverables, checks];
  };

  it.each([
    ['conference', {}, [58, 89, 196]],
    ['conference', { exhibition: true }, [58, 89, 196]],
    ['conference', { exhibition: false }, [55, 86, 183]],
    ['exhibition', {}, [63, 96, 172]],
    ['exhibition', { audience: 'both' }, [63, 96, 172]],
    ['exhibition', { audience: 'B2B' }, [63, 95, 172]],
    ['exhibition', { audience: 'B2C' }, [62, 93, 167]],
    ['event', {}, [31, 58, 115]],
    ['conference-2017', {}, [56, 82, 161]],
  ] as const)('of %s with %j are %j', (slug, options, expected) => {
    expect(counted(slug, options)).toEqual(expected);
  });

  it('of the ten single templates are those of their standards, and add up to all ten', () => {
    const singles = templates.filter(({ kind }) => kind === 'single');
    const sums = singles
      .map(({ slug }) => counted(slug))
      .reduce((a, b) => a.map((count, index) => count + (b[index] ?? 0)));
    expect(singles).toHaveLength(10);
    expect(sums).toEqual([189, 300, 600]);
    expect(counted('conference-project-manager')).toEqual([19, 25, 44]);
    expect(counted('event-supervisor')).toEqual([7, 5, 19]);
  });

  it.each([
    ['venue-search', [4, 5, 14]],
    ['registration', [7, 14, 37]],
    ['sponsor-deals', [8, 17, 31]],
    ['closing-report', [18, 20, 32]],
  ] as const)('of the workflow %s are %j', (slug, expected) => expect(counted(slug)).toEqual(expected));

  it('of a template are its items with nothing left out', () => {
    for (const one of templates) expect(Object.values(countsOf(one.items))).toEqual(counted(one.slug));
  });
});
