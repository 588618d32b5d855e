import fc from 'fast-check';
import { addDays, daysBetween } from '@convener/kernel';
import { squeezeInto } from './late-start';

const TODAY = '2026-11-21';
const OPENING = '2027-03-21';

describe('squeezing a late start', () => {
  const move = squeezeInto(addDays(OPENING, -540), TODAY, OPENING);

  it('puts what should have begun first on today, and keeps the last weeks as they are', () => {
    expect(move(addDays(OPENING, -540))).toBe(TODAY);
    expect(move(addDays(OPENING, -7))).toBe(addDays(OPENING, -7));
    expect(move(OPENING)).toBe(OPENING);
  });

  it('never leaves anything in the past and never changes the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -540, max: 60 }), fc.integer({ min: -540, max: 60 }), (a, b) => {
        const [first, second] = [addDays(OPENING, Math.min(a, b)), addDays(OPENING, Math.max(a, b))];
        expect(daysBetween(TODAY, move(first))).toBeGreaterThanOrEqual(0);
        expect(move(first) <= move(second)).toBe(true);
      }),
    );
  });

  it('puts everything on today when the event has already opened', () => {
    const past = squeezeInto('2026-01-01', TODAY, '2026-11-20');
    expect(past('2026-05-05')).toBe(TODAY);
  });
});
