import { COLUMN_KEY, columnProblems, REGISTER_PRESETS } from '@convener/register-presets';
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
/** Outputs that are a list here though they are handed in as something else, and why. */
const HANDED_IN_OTHERWISE: Record<string, string> = {
  'conference-project-manager/T1.1/O1.1.1': 'file: the report is written from what the list compares',
  'conference-project-executive/T4.3/O4.3.1':
    'record: the minutes of the rehearsal are signed; its findings are worked off',
  'meeting-executive-2017/T4.3/O4.3.1': 'record: the same in the edition of 2017',
  'event-coordinator/T3.4/O3.4.2': 'record: written up from what the list of benefits ticks off',
  'exhibition-sales-manager/T5.2/O5.2.1': 'record: made from the incidents',
  'exhibition-sales-specialist/T4.1/O4.1.1': 'record: made from the incidents',
  'event-coordinator/T5.2/O5.2.2': 'generated: made from the incidents',
};
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
    const named = Object.entries(said).map(([path, place]) => {
      const [key, choice] = path.split('/');
      const column = columns.find((one) => one.key === key)!;
      const { name } = choice === undefined ? column : column.choices.find((one) => one.key === choice)!;
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

  it('are there for every output that the plans take for a list', () => {
    const listed = new Set(REGISTER_PRESETS.flatMap(({ outputs }) => outputs));
    const registers = [...kinds].filter(([, kind]) => kind === 'register').map(([place]) => place!);
    expect(registers.length).toBeGreaterThan(70);
    expect(registers.filter((place) => !listed.has(place)).map((place) => `${place} ${texts.get(place)}`)).toEqual([]);
  });

  it('are handed in as something else only where it is said why', () => {
    const others = REGISTER_PRESETS.flatMap(({ outputs }) => outputs).filter(
      (place) => kinds.get(place) !== 'register',
    );
    expect(others.sort()).toEqual(Object.keys(HANDED_IN_OTHERWISE).sort());
  });

  it('are tied to an output but for the credits, which an indicator alone asks for', () => {
    expect(REGISTER_PRESETS.filter(({ outputs }) => outputs.length === 0).map(({ key }) => key)).toEqual(['credits']);
  });

  it('lead to ready lists that there are, never to themselves', () => {
    const known = new Set(REGISTER_PRESETS.map(({ key }) => key));
    const links = REGISTER_PRESETS.flatMap(({ key, columns }) => columns.map(({ link }) => [key, link] as const));
    const led = links.filter(([, link]) => link !== undefined);
    expect(
      led.filter(([key, link]) => link!.list !== null || !known.has(link!.preset!) || link!.preset === key),
    ).toEqual([]);
    expect(led.map(([key]) => key)).toEqual(['sponsorBenefits']);
  });

  it('can be asked for by their key, and say in English what they say in Chinese', () => {
    expect(REGISTER_PRESETS.filter(({ key }) => !COLUMN_KEY.test(key)).map(({ key }) => key)).toEqual([]);
    const named = REGISTER_PRESETS.flatMap((preset) => [
      preset,
      ...preset.columns,
      ...preset.columns.flatMap(({ choices }) => choices),
    ]);
    expect(named.filter(({ nameEn }) => !/^[A-Z][\x20-\x7e]+$/.test(nameEn))).toEqual([]);
  });

  it('show whom they are about only to those who keep them', () => {
    const open = REGISTER_PRESETS.flatMap(({ key, columns }) =>
      columns
        .filter(({ type, personal }) => ['e-mail', 'phone'].includes(type) && !personal)
        .map((column) => `${key}.${column.key}`),
    );
    expect(open).toEqual([]);
    const diet = REGISTER_PRESETS.find(({ key }) => key === 'registrations')!.columns.find(({ key }) => key === 'diet');
    expect(diet).toMatchObject({ name: '飲食需求', personal: true });
  });
});
