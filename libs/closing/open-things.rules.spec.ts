import {
  accepterOf,
  countsOf,
  groupsOf,
  type OpenThing,
  type StandingWaiver,
  whoseTurn,
  withoutParts,
  withoutWaived,
} from './open-things.rules';

const thing = (more: Partial<OpenThing> = {}): OpenThing => ({
  ...{ kind: 'deliverable', id: 'd1', title: '場地合約', titleEn: null, measure: 1, dueDay: null },
  ...{ workItemId: 'w1', registerId: null, acts: { by: 'manager', id: null } },
  ...more,
});
const waiver = (more: Partial<StandingWaiver> = {}): StandingWaiver => ({
  ...{ kind: 'deliverable', subjectId: 'd1', measure: 1, moved: false },
  ...more,
});
const idsOf = (things: readonly OpenThing[]) => things.map(({ id }) => id);

describe('what is open when a project is to be closed', () => {
  it('is what nobody has waived', () => {
    const found = withoutWaived([thing(), thing({ id: 'd2' })], [waiver()]);
    expect([idsOf(found.open), idsOf(found.waived)]).toEqual([['d2'], ['d1']]);
  });

  it('stays waived however far a deliverable goes meanwhile', () => {
    for (const kind of ['deliverable', 'returned', 'submitted'] as const)
      expect(withoutWaived([thing({ kind })], [waiver()]).open).toEqual([]);
  });

  it('is open again where somebody reopened what was moved for it', () => {
    expect(withoutWaived([thing()], [waiver({ moved: true })]).open).toHaveLength(1);
  });

  it('is open again where there is more of it than was waived', () => {
    const unpaid = (measure: number) => thing({ kind: 'unpaid', id: 'r1', workItemId: null, measure });
    const noted = [waiver({ kind: 'unpaid', subjectId: 'r1', measure: 3 })];
    expect(withoutWaived([unpaid(3)], noted).open).toEqual([]);
    expect(withoutWaived([unpaid(2)], noted).open).toEqual([]);
    expect(withoutWaived([unpaid(4)], noted).open).toHaveLength(1);
  });

  it('goes with the work item that is waived as a whole, but for its contracts', () => {
    const parts = [thing(), thing({ kind: 'checks', id: 'w1' }), thing({ kind: 'contract', id: 'c1' })];
    const noted = [waiver({ kind: 'work-item', subjectId: 'w1' })];
    expect(idsOf(withoutWaived(parts, noted).open)).toEqual(['c1']);
  });

  it('is waived with the work item where both are chosen, so that one waiver ends for all of it', () => {
    const item = thing({ kind: 'work-item', id: 'w1' });
    const other = thing({ id: 'd9', workItemId: 'w9' });
    expect(idsOf(withoutParts([thing(), item, other, thing({ kind: 'contract', id: 'c1' })]))).toEqual([
      ...['w1', 'd9', 'c1'],
    ]);
  });

  it('is told by who must act: the assignee, else the sub-team, else the manager', () => {
    expect(whoseTurn({ assigneeId: 'p', teamId: 't' })).toEqual({ by: 'person', id: 'p' });
    expect(whoseTurn({ assigneeId: null, teamId: 't' })).toEqual({ by: 'team', id: 't' });
    expect(whoseTurn({ assigneeId: null, teamId: null })).toEqual({ by: 'manager', id: null });
  });

  it('waits for whoever accepts it once it is handed in', () => {
    expect(accepterOf('client', { teamId: 't' })).toEqual({ by: 'client', id: null });
    expect(accepterOf('lead', { teamId: 't' })).toEqual({ by: 'team', id: 't' });
    expect(accepterOf('lead', { teamId: null })).toEqual({ by: 'manager', id: null });
    expect(accepterOf('manager', { teamId: 't' })).toEqual({ by: 'manager', id: null });
  });

  it('stands in groups, the longest first, each by kind and then by due day', () => {
    const team = { by: 'team', id: 't' } as const;
    const groups = groupsOf([
      thing({ id: 'a' }),
      thing({ id: 'b', acts: team, dueDay: '2027-02-01' }),
      thing({ id: 'c', acts: team, dueDay: '2027-01-01' }),
      thing({ id: 'd', kind: 'work-item', acts: team }),
    ]);
    expect(groups.map(({ acts, things }) => [acts.by, idsOf(things)])).toEqual([
      ['team', ['d', 'c', 'b']],
      ['manager', ['a']],
    ]);
  });

  it('is counted by kind', () => {
    expect(countsOf([thing(), thing({ id: 'x' }), thing({ kind: 'work-item' })])).toEqual([
      { kind: 'work-item', count: 1 },
      { kind: 'deliverable', count: 2 },
    ]);
  });
});
