import type { Check, Deliverable, WorkItem } from '@convener/projects';
import { waivedRows } from './waiving.rules';

const item = (status: WorkItem['status']) => ({ id: 'w', status }) as WorkItem;
const deliverable = (id: string, status: Deliverable['status']) => ({ id, status }) as Deliverable;
const check = (id: string, state: Check['state']) => ({ id, state }) as Check;
const asked = { whole: false, only: new Set<string>(), allChecks: false };

describe('waiving parts of a project', () => {
  it('makes work not applicable of which nothing has come yet', () => {
    const parts = { deliverables: [deliverable('d', 'returned')], checks: [check('c', 'open')] };
    expect(waivedRows({ item: item('doing'), ...parts, ...asked, whole: true })).toEqual({
      ...{ item: true, deliverables: [], checks: [] },
    });
  });

  it('leaves work as it stands of which something was delivered or met', () => {
    const delivered = { deliverables: [deliverable('d', 'delivered')], checks: [] };
    const met = { deliverables: [], checks: [check('c', 'ticked')] };
    for (const parts of [delivered, met])
      expect(waivedRows({ item: item('doing'), ...parts, ...asked, whole: true }).item).toBe(false);
  });

  it('waives the deliverables that are named and not settled, in open work alone', () => {
    const deliverables = [deliverable('a', 'open'), deliverable('b', 'submitted'), deliverable('c', 'accepted')];
    const only = new Set(['b', 'c']);
    const parts = { deliverables, checks: [], ...asked, only };
    expect(waivedRows({ item: item('doing'), ...parts }).deliverables.map(({ id }) => id)).toEqual(['b']);
    expect(waivedRows({ item: item('not-applicable'), ...parts }).deliverables).toEqual([]);
  });

  it('decides all open checks of a work item, also of one that is done', () => {
    const checks = [check('a', 'open'), check('b', 'ticked')];
    const rows = waivedRows({ item: item('done'), deliverables: [], checks, ...asked, allChecks: true });
    expect(rows.checks.map(({ id }) => id)).toEqual(['a']);
  });
});
