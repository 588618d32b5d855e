import type { ListsToMake } from '@convener/project-start';
import { column, presetOf } from '@convener/register-presets';
import type { Register } from './register.entity';
import { asTemplateList, startedLists } from './template-lists.rules';

const register = (id: string, name: string, more: Partial<Register> = {}): Register => ({
  ...{ id, projectId: 'p1', presetKey: null, name, nameEn: null, teamId: 't1', crewOnly: true, weights: [] },
  ...{ personalDays: 30, addedBy: 'x', addedAt: 1, version: 7, columns: [column('bus', '班次', 'Bus', 'text')] },
  ...more,
});
const linked = (list: string | null, preset: string | null = null) =>
  column('to', '連到', 'To', 'row-link', { link: { list, preset } });
const kept = (of: Register, led: Register[] = [], outputs: string[] = []) =>
  asTemplateList(of, { team: 'traffic', outputs, led });
const start = (lists: ListsToMake['lists'], more: Partial<ListsToMake> = {}) =>
  startedLists({
    ...{ lists, projectId: 'p2', teams: new Map([['traffic', 't2']]), deliverables: [], by: 'me', now: 5 },
    ...more,
  });
const deliverable = (id: string, place: string, kind: 'register' | 'file' = 'register') => ({
  ...{ id, place, kind, sources: [] },
});

describe('a list that starts anew in another project', () => {
  it('has its name, columns, weights, sub-team and who sees it, and nothing of the project that it is from', () => {
    const weights = [{ column: 'cost', weight: 3, better: 'lower' as const }];
    const { registers } = start([kept(register('r1', '接駁', { weights, nameEn: 'Shuttles' }))]);
    expect(registers).toEqual([
      {
        ...{ id: expect.any(String) as string, projectId: 'p2', presetKey: null, name: '接駁', nameEn: 'Shuttles' },
        ...{ teamId: 't2', crewOnly: true, weights, personalDays: null, addedBy: 'me', addedAt: 5, version: 1 },
        columns: [column('bus', '班次', 'Bus', 'text')],
      },
    ]);
  });

  it('is kept by the whole crew where the project has no such sub-team', () => {
    expect(start([kept(register('r1', '接駁'))], { teams: new Map() }).registers[0]!.teamId).toBeNull();
  });

  it('leads to the other lists that come along, each to the one of its name, also in a circle', () => {
    const [rides, guests] = [register('r1', '接駁'), register('r2', '貴賓', { columns: [linked('r1')] })];
    rides.columns = [linked('r2')];
    const { registers } = start([kept(rides, [guests]), kept(guests, [rides])]);
    const [first, second] = registers;
    expect(first!.columns[0]!.link).toEqual({ list: second!.id, preset: null });
    expect(second!.columns[0]!.link).toEqual({ list: first!.id, preset: null });
  });

  it('has text where it led to a list that doesn’t come along, or that whoever kept it could not read', () => {
    const rides = register('r1', '接駁', { columns: [linked('r2')] });
    for (const led of [[register('r2', '貴賓')], []]) {
      const [column] = start([kept(rides, led)]).registers[0]!.columns;
      expect(column).toMatchObject({ key: 'to', type: 'text' });
      expect(column).not.toHaveProperty('link');
    }
  });

  it('waits for the ready list that it led to, or leads to it where it comes along', () => {
    const benefits = register('r1', '權益', { columns: [linked('r2', 'sponsors')] });
    const sponsors = register('r2', '本屆贊助', { presetKey: 'sponsors' });
    expect(start([kept(benefits, [sponsors])]).registers[0]!.columns[0]!.link).toEqual({
      ...{ list: null, preset: 'sponsors' },
    });
    const { registers } = start([kept(benefits, [sponsors]), kept({ ...sponsors, name: '贊助單位' })]);
    expect(registers[0]!.columns[0]!.link).toEqual({ list: registers[1]!.id, preset: 'sponsors' });
  });

  it('is the deliverables that it was, then those of its preset, and takes none that another list is', () => {
    const output = presetOf('venues')!.outputs[0]!;
    const lists = [
      kept(register('r1', '場地', { presetKey: 'venues' })),
      kept(register('r2', '備選場地', { presetKey: 'venues' }), [], ['house/x/1']),
    ];
    const deliverables = [
      deliverable('d1', 'house/x/1'),
      deliverable('d2', 'house/x/2'),
      deliverable('d3', output),
      deliverable('d4', output, 'file'),
    ];
    const { registers, ties } = start(lists, { deliverables });
    expect(ties).toEqual([
      { deliverableId: 'd1', registerId: registers[1]!.id },
      { deliverableId: 'd3', registerId: registers[0]!.id },
    ]);
  });
});
