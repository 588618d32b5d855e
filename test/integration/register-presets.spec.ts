import { COLUMN_KEY, columnProblems, REGISTER_PRESETS } from '@convener/registers';
import { realSeeds } from '../support/builders.templates';

const { templates, standards } = realSeeds();
const texts = new Map<string, string>(
  standards.flatMap(({ slug, duties }) =>
    duties
      .flatMap(({ tasks }) => tasks)
      .flatMap(({ outputs, indicators }) => [
        ...outputs.map(({ place, title }) => [`${slug}/${place}`, title] as const),
        ...indicators.map(({ place, text }) => [`${slug}/${place}`, text] as const),
      ]),
  ),
);
const kinds = new Map<string | null, string | undefined>(
  templates
    .filter(({ kind }) => kind === 'single')
    .flatMap(({ items }) => items.flatMap(({ deliverables }) => deliverables))
    .map(({ place, kind }) => [place, kind] as const),
);
/** Printed one under the other's task; the errata read them as what they are here. */
const MISPRINTED: Record<string, string> = {
  'event-coordinator/T3.2/O3.2.4': '贊助商管理名冊',
  'event-coordinator/T3.3/O3.3.4': '供應商管理名冊',
};

describe('the ready lists', () => {
  it('have a key each', () => {
    expect(new Set(REGISTER_PRESETS.map(({ key }) => key)).size).toBe(REGISTER_PRESETS.length);
  });

  it('are each an output of a standard, and none is two lists', () => {
    const outputs = REGISTER_PRESETS.flatMap((preset) => preset.outputs);
    expect(outputs.filter((place) => !texts.has(place))).toEqual([]);
    expect(new Set(outputs).size).toBe(outputs.length);
    for (const [place, title] of Object.entries(MISPRINTED)) expect([place, texts.get(place)]).toEqual([place, title]);
  });

  it.each(REGISTER_PRESETS)('$key is made well', ({ columns }) => {
    expect(columnProblems(columns)).toEqual([]);
    expect(columns.filter(({ key }) => !COLUMN_KEY.test(key))).toEqual([]);
    expect(columns.some(({ required }) => required)).toBe(true);
  });

  it.each(REGISTER_PRESETS)('$key names its columns as the standard does, where it says so', ({ columns, said }) => {
    const named = Object.entries(said).map(([key, place]) => {
      const { name } = columns.find((column) => column.key === key)!;
      return [name, place, texts.get(place)?.includes(name)];
    });
    expect(named.filter(([, , found]) => !found)).toEqual([]);
  });

  it('ask of a venue all that the standard lists', () => {
    const title = texts.get('event-planning-assistant/T2.1/O2.1.1')!;
    const listed = /\(包含(.+)等\)/.exec(title)![1]!.split('、');
    const venues = REGISTER_PRESETS.find(({ key }) => key === 'venues')!;
    const required = venues.columns.filter((column) => column.required).map(({ name }) => name);
    expect(listed).toHaveLength(6);
    expect(required).toEqual(expect.arrayContaining(listed));
  });

  it('can be handed in where the plan takes the output for a list', () => {
    const lists = REGISTER_PRESETS.filter(({ outputs }) => outputs.some((place) => kinds.get(place) === 'register'));
    // Incidents are a record or made from project data: there the list is what those will be made from.
    expect(REGISTER_PRESETS.filter((preset) => !lists.includes(preset)).map(({ key }) => key)).toEqual(['incidents']);
  });
});
