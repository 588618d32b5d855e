import { type CoveringRow, coverageOf } from './coverage';

const output = (place: string, standard = 'venue') => ({
  ...{ standard, edition: 'v1', place: `${standard}/${place}` },
  title: `output ${place}`,
});
let made = 0;
const row = (over: Partial<CoveringRow>): CoveringRow => ({
  ...{ id: `d${(made += 1)}`, workItemId: 'w1', code: null, status: 'open', applies: true, sources: [output('O1')] },
  ...over,
});

describe('the coverage of standards', () => {
  it('counts accepted outputs of those expected, by standard', () => {
    const rows = [
      row({ status: 'accepted' }),
      row({ sources: [output('O2')] }),
      row({ sources: [output('O1', 'conference')], status: 'submitted' }),
    ];
    expect(coverageOf(rows)).toEqual([
      expect.objectContaining({ standard: 'venue', expected: 2, accepted: 1, submitted: 0 }),
      expect.objectContaining({ standard: 'conference', expected: 1, accepted: 0, submitted: 1 }),
    ]);
  });

  it('counts what is handed in and needs no acceptance as accepted', () => {
    expect(coverageOf([row({ status: 'delivered' })])).toMatchObject([{ expected: 1, accepted: 1 }]);
  });

  it('counts a merged deliverable for each of its outputs', () => {
    const merged = row({ status: 'accepted', sources: [output('O1'), output('O2'), output('O9', 'conference')] });
    expect(coverageOf([merged])).toMatchObject([
      { standard: 'venue', expected: 2, accepted: 2 },
      { standard: 'conference', expected: 1, accepted: 1 },
    ]);
  });

  it('shows what is waived or not applicable apart from what is expected', () => {
    const rows = [
      row({ status: 'waived' }),
      row({ applies: false, sources: [output('O2')] }),
      row({ applies: false, status: 'accepted', sources: [output('O3')] }),
      row({ sources: [output('O4')] }),
    ];
    expect(coverageOf(rows)).toMatchObject([{ expected: 1, accepted: 0, waived: 1, notApplicable: 2 }]);
  });

  it('has an output of several deliverables accepted only once all are that still apply', () => {
    const accepted = row({ status: 'accepted' });
    const second = (over: Partial<CoveringRow>) => coverageOf([accepted, row(over)]);
    expect(second({ status: 'open' })).toMatchObject([{ expected: 1, accepted: 0 }]);
    expect(second({ status: 'waived' })).toMatchObject([{ expected: 1, accepted: 1, waived: 0 }]);
    expect(second({ applies: false })).toMatchObject([{ expected: 1, accepted: 1, notApplicable: 0 }]);
  });

  it('says which outputs are missing, and on which deliverable each waits', () => {
    const rows = [
      row({ id: 'd', code: 'O1.1', workItemId: 'w' }),
      row({ status: 'returned', sources: [output('O2')] }),
    ];
    const [{ missing }] = coverageOf(rows) as [ReturnType<typeof coverageOf>[number]];
    expect(missing.map(({ title }) => title)).toEqual(['output O1', 'output O2']);
    expect(missing[0]).toMatchObject({ deliverableId: 'd', workItemId: 'w', code: 'O1.1', submitted: false });
  });

  it('leaves out what a project added itself', () => {
    expect(coverageOf([row({ sources: [] })])).toEqual([]);
  });
});
