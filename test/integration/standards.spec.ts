import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import {
  countsOf,
  covers,
  indicatorsOf,
  lint,
  loadStandards,
  outputsOf,
  StandardsLibrary,
  StandardsModule,
  tasksOf,
} from '@convener/standards';

const SEEDS = join(__dirname, '../../seeds/standards');

describe('the ten standards', () => {
  const standards = loadStandards(SEEDS);
  const bySlug = new Map(standards.map((standard) => [standard.slug, standard]));
  const sum = (slugs: string[]) => {
    const counts = slugs.map((slug) => countsOf(bySlug.get(slug) ?? { duties: [] }));
    return (['tasks', 'outputs', 'indicators'] as const).map((part) =>
      counts.reduce((total, count) => total + count[part], 0),
    );
  };

  it('are ten, by these slugs', () => {
    expect(standards.map(({ slug }) => slug)).toEqual([
      'conference-project-executive',
      'conference-project-manager',
      'event-coordinator',
      'event-planning-assistant',
      'event-supervisor',
      'exhibition-marketing-manager',
      'exhibition-marketing-specialist',
      'exhibition-sales-manager',
      'exhibition-sales-specialist',
      'meeting-executive-2017',
    ]);
  });

  it('have together what the sources print', () => {
    const outputs = standards.flatMap(outputsOf);
    expect(standards.flatMap(({ duties }) => duties)).toHaveLength(54);
    expect(standards.flatMap(tasksOf)).toHaveLength(189);
    expect(outputs).toHaveLength(300);
    expect(outputs.filter(({ code }) => code === null).map(({ title }) => title)).toEqual(['進度分析表', '結案報告']);
    expect(standards.flatMap(indicatorsOf)).toHaveLength(600);
    expect(standards.flatMap(({ attitudes }) => attitudes)).toHaveLength(129);
    expect(standards.flatMap(tasksOf).filter((task) => task.outputs.length === 0)).toHaveLength(14);
  });

  it.each([
    ['conference', ['conference-project-manager', 'conference-project-executive'], [58, 89, 196]],
    [
      'exhibition',
      [
        'exhibition-marketing-manager',
        'exhibition-marketing-specialist',
        'exhibition-sales-manager',
        'exhibition-sales-specialist',
      ],
      [63, 96, 172],
    ],
    ['event', ['event-supervisor', 'event-coordinator', 'event-planning-assistant'], [31, 58, 115]],
    ['conference-2017', ['conference-project-manager', 'meeting-executive-2017'], [56, 82, 161]],
  ])('have in the family %s the tasks, outputs and indicators that are known', (_family, slugs, counts) => {
    expect(sum(slugs)).toEqual(counts);
  });

  it('give each task, output and indicator a place of its own', () => {
    for (const standard of standards) {
      const places = [...tasksOf(standard), ...outputsOf(standard), ...indicatorsOf(standard)].map(
        ({ place }) => place,
      );
      expect(new Set(places).size).toBe(places.length);
    }
    const places2017 = indicatorsOf(bySlug.get('meeting-executive-2017') ?? { duties: [] }).map(({ place }) => place);
    expect(places2017).toEqual(
      expect.arrayContaining(['T2.1/P2.1.5', 'T2.1/P2.1.5~2', 'T2.1/P2.1.5~3', 'T2.1/P2.2.2', 'T2.2/P2.2.2']),
    );
    expect(outputsOf(bySlug.get('exhibition-marketing-manager') ?? { duties: [] }).map(({ place }) => place)).toContain(
      'T3.5/O~2',
    );
  });

  it('name the remarks that make an output, indicator or task conditional, and no others', () => {
    const rows = standards.flatMap((standard) => [
      ...tasksOf(standard),
      ...outputsOf(standard),
      ...indicatorsOf(standard),
    ]);
    const conditional = rows
      .filter(({ condition }) => condition !== null)
      .map(({ place, condition }) => `${place} ${condition}`);
    expect(conditional).toEqual([
      'T3.2 僅 B2B 有此工作任務，B2C 沒有',
      'T4.1/O4.1.8 僅B2C有',
      ...[1, 2, 3, 4, 5].map((number) => `T3.2/P3.2.${number} 僅 B2B 有以上行為指標，B2C 沒有`),
    ]);
  });

  it('leave levels and competences blank where the 2017 edition does', () => {
    const blank = tasksOf(bySlug.get('meeting-executive-2017') ?? { duties: [] }).filter(
      (task) => task.knowledge.length === 0,
    );
    expect(blank.map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `T5.${n}`).concat('T7.1', 'T7.2'),
    );
    const unlevelled = standards.flatMap(tasksOf).filter((task) => task.level === null);
    expect(unlevelled).toEqual(blank.filter(({ code }) => code.startsWith('T5')));
  });

  it('are NFC throughout and frozen', () => {
    const text = JSON.stringify(standards);
    expect(text.normalize('NFC')).toBe(text);
    expect(() => Object.assign(tasksOf(standards[0] ?? { duties: [] })[0] ?? {}, { title: '改' })).toThrow(TypeError);
  });

  it('have an erratum for every oddity that the lint sees', () => {
    const unexplained = standards.flatMap((standard) =>
      lint(standard).filter((finding) => !standard.errata.some((erratum) => covers(erratum, finding))),
    );
    expect(unexplained).toEqual([]);
  });

  it('are given by the module; an unknown one is not found', async () => {
    const module = await Test.createTestingModule({ imports: [StandardsModule.forRoot({ folder: SEEDS })] }).compile();
    const library = module.get(StandardsLibrary);
    expect(library.all()).toHaveLength(10);
    expect(library.get('event-supervisor').versionHistory).toHaveLength(4);
    expect(library.supersededBy('meeting-executive-2017')).toBe('conference-project-executive');
    expect(library.supersededBy('event-supervisor')).toBeNull();
    expect(() => library.get('no-such')).toThrow(expect.objectContaining({ status: 404 }));
    expect(library.lint()).toContainEqual(
      expect.objectContaining({ standard: 'event-coordinator', at: 'T3.2/O3.2.4' }),
    );
  });
});
