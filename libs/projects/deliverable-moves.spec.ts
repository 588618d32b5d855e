import type { Actor } from '@convener/access';
import { isSoleManager, mayUnaccept, mayWithdraw, requireMove } from './deliverable-moves';
import { UNDO_MS } from './transitions';

const NOW = 1_793_000_000_000;

const manager: Actor = {
  personId: 'mei',
  workspaceRole: null,
  temporary: false,
  project: { role: 'manager', leads: [], teams: [] },
};
const staff: Actor = { ...manager, personId: 'an', project: { role: 'member', leads: [], teams: [] } };

const crew = (...managers: string[]) => ({ roles: new Map(), leads: new Map(), managers });

describe('taking back what one handed in', () => {
  const submitted = { status: 'submitted', submittedBy: 'an', submittedAt: NOW } as const;
  const delivered = { ...submitted, status: 'delivered' } as const;

  it('is open to who handed it in for as long as nobody has accepted it', () => {
    expect(mayWithdraw(submitted, staff, NOW + 10 * UNDO_MS)).toBe(true);
  });

  it('ends with the time for second thoughts where nobody accepts it', () => {
    expect(mayWithdraw(delivered, staff, NOW + UNDO_MS)).toBe(true);
    expect(mayWithdraw(delivered, staff, NOW + UNDO_MS + 1)).toBe(false);
  });

  it('is nobody else’s', () => {
    expect(mayWithdraw(submitted, manager, NOW)).toBe(false);
  });

  it('is over once it is accepted', () => {
    expect(mayWithdraw({ ...submitted, status: 'accepted' }, staff, NOW)).toBe(false);
  });
});

describe('taking back an acceptance', () => {
  const accepted = { status: 'accepted', settledBy: 'mei', settledAt: NOW } as const;

  it('is open to who accepted, for the time of second thoughts', () => {
    expect(mayUnaccept(accepted, manager, NOW + UNDO_MS)).toBe(true);
    expect(mayUnaccept(accepted, manager, NOW + UNDO_MS + 1)).toBe(false);
  });

  it('is nobody else’s, and nothing that was waived', () => {
    expect(mayUnaccept(accepted, staff, NOW)).toBe(false);
    expect(mayUnaccept({ ...accepted, status: 'waived' }, manager, NOW)).toBe(false);
  });
});

describe('accepting one’s own', () => {
  it('is left to a manager who has no other manager beside them', () => {
    expect(isSoleManager(manager, crew('mei'))).toBe(true);
    expect(isSoleManager(manager, crew('mei', 'lin'))).toBe(false);
    expect(isSoleManager(staff, crew())).toBe(false);
  });
});

describe('a move of a deliverable', () => {
  const open = { status: 'open' } as const;
  const doing = { status: 'doing' } as const;

  it('goes from where it may start', () => {
    expect(() => requireMove({ deliverable: open, item: doing }, 'submit')).not.toThrow();
  });

  it('is refused from anywhere else, with the states it may start from', () => {
    expect(() => requireMove({ deliverable: open, item: doing }, 'accept')).toThrow(
      expect.objectContaining({ status: 409, type: 'not-from-here' }) as Error,
    );
  });

  it('is refused in finished work, except for what undoes', () => {
    const done = { status: 'done' } as const;
    expect(() => requireMove({ deliverable: open, item: done }, 'submit')).toThrow(
      expect.objectContaining({ status: 409, type: 'item-not-open' }) as Error,
    );
    expect(() => requireMove({ deliverable: { status: 'accepted' }, item: done }, 'unaccept')).not.toThrow();
  });
});
