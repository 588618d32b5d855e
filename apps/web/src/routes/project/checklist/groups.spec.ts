import { behindIn, grouped, linesOf, NONE, type Group } from './groups';

type Row = Parameters<typeof grouped>[0][number] & { id: string };

const row = (id: string, part: Partial<Row> = {}): Row => ({
  id,
  stage: 'before',
  workflow: 'venue',
  team: null,
  assignee: null,
  standard: null,
  source: 'standard',
  ...part,
});
const project = {
  teams: [{ id: 'programme' }, { id: 'registration' }],
  members: [{ person: { id: 'lin' } }, { person: { id: 'chen' } }],
} as Parameters<typeof grouped>[1];
const team = (id: string) => ({ id, name: id, nameEn: null });
const told = (rows: Row[], by: Parameters<typeof grouped>[2]) =>
  grouped(rows, project, by).map((group) => `${group.key}: ${group.rows.map(({ id }) => id).join(' ')}`);

describe('a checklist is grouped', () => {
  it('by stage, as stages pass', () => {
    const rows = [row('a', { stage: 'closing' }), row('b'), row('c', { stage: 'proposal' }), row('d')];
    expect(told(rows, 'stage')).toEqual(['proposal: c', 'before: b d', 'closing: a']);
  });

  it('by sub-team, as the project has them, and last what none has', () => {
    const rows = [row('a'), row('b', { team: team('registration') }), row('c', { team: team('programme') })];
    expect(told(rows, 'team')).toEqual(['programme: c', 'registration: b', `${NONE}: a`]);
  });

  it('by workflow, as the list comes to them, and last own work', () => {
    const rows = [
      row('a', { workflow: 'own' }),
      row('b', { workflow: 'finance' }),
      row('c'),
      row('d', { workflow: 'finance' }),
    ];
    expect(told(rows, 'workflow')).toEqual(['finance: b d', 'venue: c', `${NONE}: a`]);
  });

  it('by person, members first, then whoever has left, then nobody', () => {
    const rows = [row('a'), ...['gone', 'chen', 'lin'].map((id) => row(id, { assignee: { id, name: id } }))];
    expect(told(rows, 'person')).toEqual(['lin: lin', 'chen: chen', 'gone: gone', `${NONE}: a`]);
  });

  it('by standard, and last what comes from none', () => {
    const rows = [row('a'), row('b', { standard: 'travel' }), row('c', { standard: 'exhibition' })];
    expect(told(rows, 'standard')).toEqual(['travel: b', 'exhibition: c', `${NONE}: a`]);
  });
});

describe('the lines of a checklist', () => {
  const group = (key: string, ...statuses: string[]) =>
    ({ key, rows: statuses.map((status, at) => ({ id: `${key}${at}`, status })) }) as Group;

  it('are heads, each with the rows of its group where that is open', () => {
    const groups = [group('a', 'done', 'to-do'), group('b', 'done')];
    const lines = linesOf(groups, ({ key }) => key === 'a');
    expect(lines.map(({ group: of, row: one, at }) => [of.key, one?.id ?? null, at])).toEqual([
      ['a', null, -1],
      ['a', 'a0', 0],
      ['a', 'a1', 1],
      ['b', null, -1],
    ]);
  });

  it('say how much is behind', () => {
    expect(behindIn(group('a', 'done', 'not-applicable', 'waiting'))).toBe(2);
  });
});
