import { type LastPart, nextStep, type Outstanding } from './next-step';

const outstanding = (
  deliverables: Partial<Outstanding['deliverables']> = {},
  checks: Partial<Outstanding['checks']> = {},
): Outstanding => ({
  deliverables: { total: 0, settled: 0, submitted: 0, ...deliverables },
  checks: { total: 0, decided: 0, ...checks },
});
const check: LastPart = { type: 'check', id: 'c', title: '人數已核對', titleEn: null, status: 'open', version: 1 };
const deliverable = (part: Partial<LastPart & { type: 'deliverable' }> = {}): LastPart => ({
  ...{ type: 'deliverable', id: 'd', title: '名單', titleEn: null, status: 'open', version: 3 },
  ...{ evidence: 'no', hasEvidence: false, accepted: false },
  ...part,
});

describe('one tap finishes work', () => {
  it('that has no parts', () => {
    expect(nextStep(outstanding(), false, null)).toMatchObject({ how: 'finish', part: null });
  });

  it('whose last check is open', () => {
    const step = nextStep(outstanding({}, { total: 4, decided: 3 }), false, check);
    expect(step).toMatchObject({ how: 'tick', part: { id: 'c', version: 1 } });
  });

  it('whose last deliverable asks for nothing, or has its evidence already', () => {
    const left = outstanding({ total: 1 });
    expect(nextStep(left, false, deliverable())).toMatchObject({ how: 'deliver', part: { id: 'd' } });
    expect(nextStep(left, false, deliverable({ evidence: 'required', hasEvidence: true })).how).toBe('deliver');
  });

  it('however many checks are open beside a deliverable, where the project is not strict about them', () => {
    const left = outstanding({ total: 2, settled: 1 }, { total: 5 });
    expect(nextStep(left, false, deliverable()).how).toBe('deliver');
    expect(nextStep(left, true, null)).toMatchObject({ how: 'parts', deliverablesLeft: 1, checksLeft: 5 });
  });
});

describe('one tap does not finish work', () => {
  it('of which evidence is to be shown first', () => {
    for (const evidence of ['required', 'optional'] as const)
      expect(nextStep(outstanding({ total: 1 }), false, deliverable({ evidence }))).toMatchObject({
        how: 'hand-in',
        needsEvidence: true,
      });
  });

  it('that somebody accepts', () => {
    const step = nextStep(outstanding({ total: 1 }), false, deliverable({ accepted: true }));
    expect(step).toMatchObject({ how: 'hand-in', needsEvidence: false });
  });

  it('that waits for acceptance', () => {
    const one = nextStep(outstanding({ total: 1, submitted: 1 }), false, deliverable({ status: 'submitted' }));
    expect(one).toMatchObject({ how: 'acceptance', part: { id: 'd' } });
    expect(nextStep(outstanding({ total: 3, settled: 1, submitted: 2 }), false, null).how).toBe('acceptance');
  });

  it('of which several parts are left', () => {
    const step = nextStep(outstanding({}, { total: 3, decided: 1 }), false, null);
    expect(step).toMatchObject({ how: 'parts', part: null, deliverablesLeft: 0, checksLeft: 2 });
  });
});
