import { missingFor } from './completion';

const box = (status: 'open' | 'accepted' | 'delivered' | 'waived' | 'submitted' | 'returned') => ({
  title: '大會手冊',
  titleEn: 'Handbook',
  status,
});
const check = (state: 'open' | 'ticked' | 'not-applicable') => ({ code: 'P1.1.1', text: '查場地', state });

describe('a work item is done', () => {
  it('when its deliverables are accepted, delivered or waived, open checks or not', () => {
    const deliverables = [box('accepted'), box('delivered'), box('waived')];
    expect(missingFor({ deliverables, checks: [check('open')] }, false)).toEqual([]);
  });

  it.each(['open', 'submitted', 'returned'] as const)('not while a deliverable is %s, and says which', (status) => {
    expect(missingFor({ deliverables: [box(status)], checks: [] }, false)[0]?.zh).toContain('大會手冊');
  });

  it('without deliverables only when each check is ticked or not applicable', () => {
    expect(missingFor({ deliverables: [], checks: [check('ticked'), check('not-applicable')] }, false)).toEqual([]);
    expect(missingFor({ deliverables: [], checks: [check('open')] }, false)[0]?.zh).toContain('P1.1.1 查場地');
  });

  it('in a strict project only with its checks decided too', () => {
    expect(missingFor({ deliverables: [box('accepted')], checks: [check('open')] }, true)).toHaveLength(1);
  });
});
