import fc from 'fast-check';
import { CUE_STATES } from './cue-state.rules';
import { LAST_MINUTE } from './cue-time';
import { delayOf, immovable, inOrder, moved, takenBack, type TimedCue } from './delay.rules';

const aCue = (id: string, minute: number, minutes: number, more: Partial<TimedCue> = {}): TimedCue => ({
  ...{ id, place: '主會場', minute, minutes, plannedMinute: minute, fixed: false, state: 'waiting', endedMinute: null },
  ...more,
});
/** Nine to ten, then a break of ten minutes before the next, then the lunch that can't wait. */
const MORNING = [
  aCue('talk', 540, 60),
  aCue('panel', 610, 50),
  aCue('questions', 660, 20),
  aCue('lunch', 720, 60, { fixed: true }),
  aCue('tea', 540, 30, { place: '貴賓室' }),
];
const whereTo = (cues: readonly TimedCue[], from: string, by: number) =>
  delayOf(cues, from, by).moves.map(({ id, to }) => [id, to.minute, to.minutes]);

describe('a delay', () => {
  it('is swallowed by the buffer that follows, where that is long enough', () => {
    expect(delayOf(MORNING, 'talk', 10)).toEqual({
      moves: [{ id: 'talk', from: { minute: 540, minutes: 60 }, to: { minute: 550, minutes: 60 } }],
      ...{ eaten: [{ before: 'panel', minutes: 10 }], left: 0, stoppedBy: null },
    });
  });

  it('moves what follows by what the buffers leave of it, and nothing elsewhere', () => {
    expect(whereTo(MORNING, 'talk', 30)).toEqual([
      ['talk', 570, 60],
      ['panel', 630, 50],
      ['questions', 680, 20],
    ]);
  });

  it('stops at a fixed cue and says what no longer fits before it', () => {
    const plan = delayOf(MORNING, 'talk', 70);
    expect(plan.stoppedBy).toEqual({ id: 'lunch', short: 20 });
    expect(plan.moves.map(({ id, to }) => [id, to.minute])).toEqual([
      ['talk', 610],
      ['panel', 670],
      ['questions', 720],
    ]);
  });

  it('of what runs already lets it end later instead of beginning later', () => {
    const [talk, ...rest] = MORNING;
    expect(whereTo([{ ...talk!, state: 'running' }, ...rest], 'talk', 15)).toEqual([
      ['talk', 540, 75],
      ['panel', 615, 50],
      ['questions', 665, 20],
    ]);
  });

  it('passes over what is left out', () => {
    const cues = MORNING.map((cue) => (cue.id === 'panel' ? { ...cue, state: 'skipped' as const } : cue));
    expect(whereTo(cues, 'talk', 30)).toEqual([['talk', 570, 60]]);
  });

  it('brought forward begins when what comes before is over, and takes along what follows without a gap', () => {
    expect(whereTo(MORNING, 'panel', -5)).toEqual([
      ['panel', 605, 50],
      ['questions', 655, 20],
    ]);
    expect(whereTo(MORNING, 'panel', -25)[0]).toEqual(['panel', 600, 50]);
    const early = MORNING.map((cue) =>
      cue.id === 'talk' ? { ...cue, state: 'done' as const, endedMinute: 590 } : cue,
    );
    expect(whereTo(early, 'panel', -25)[0]).toEqual(['panel', 590, 50]);
  });

  it('ends by six in the morning', () => {
    const gala = [aCue('gala', 1700, 60), aCue('clear', 1760, 30)];
    expect(whereTo(gala, 'gala', 120)).toEqual([
      ['gala', LAST_MINUTE, 60],
      ['clear', LAST_MINUTE, 30],
    ]);
  });

  it('is none for what can not move', () => {
    expect(() => delayOf(MORNING, 'lunch', 5)).toThrow(RangeError);
    expect(() => delayOf(MORNING, 'nothing', 5)).toThrow(RangeError);
  });

  it('taken back leaves alone what has begun or been moved since', () => {
    const { moves } = delayOf(MORNING, 'talk', 30);
    const after = moved(MORNING, moves).map((cue) => {
      if (cue.id === 'talk') return { ...cue, state: 'running' as const };
      return cue.id === 'questions' ? { ...cue, minute: 700 } : cue;
    });
    expect(takenBack(after, moves).map(({ id }) => id)).toEqual(['panel']);
  });
});

describe('any delay of any day', () => {
  const cue = fc.record({
    minute: fc.integer({ min: 0, max: 1500 }),
    minutes: fc.integer({ min: 0, max: 120 }),
    place: fc.constantFrom('主會場', '貴賓室'),
    fixed: fc.boolean(),
    state: fc.constantFrom(...CUE_STATES),
    late: fc.integer({ min: 0, max: 40 }),
  });
  const day = fc.array(cue, { minLength: 1, maxLength: 14 }).map((cues) =>
    cues.map(({ late, state, minute, ...rest }, at): TimedCue => {
      const endedMinute = state === 'done' ? minute + late : null;
      return { id: `c${at}`, plannedMinute: Math.max(0, minute - late), minute, state, endedMinute, ...rest };
    }),
  );
  const any = fc.tuple(
    day,
    fc.nat(13),
    fc.integer({ min: -240, max: 240 }).filter((by) => by !== 0),
  );
  const plans = (check: (cues: TimedCue[], from: TimedCue, by: number) => void) =>
    fc.assert(
      fc.property(any, ([cues, pick, by]) => {
        const from = cues[pick % cues.length]!;
        fc.pre(immovable(from) === null);
        check(cues, from, by);
      }),
      { numRuns: 2000 },
    );

  it('never changes the order of what takes place', () =>
    plans((cues, { id, place }, by) => {
      const line = cues.filter((one) => one.place === place && one.state !== 'skipped').sort(inOrder);
      const after = moved(line, delayOf(cues, id, by).moves);
      for (const [at, one] of after.entries())
        if (at > 0) expect(one.minute).toBeGreaterThanOrEqual(after[at - 1]!.minute);
      expect([...after].sort((a, b) => a.minute - b.minute).map((one) => one.id)).toEqual(after.map((one) => one.id));
    }));

  it('never moves what is fixed, done, left out or elsewhere, and never begins what runs at another time', () =>
    plans((cues, { id, place }, by) => {
      for (const move of delayOf(cues, id, by).moves) {
        const one = cues.find((each) => each.id === move.id)!;
        expect(one.place).toBe(place);
        if (one.state === 'running') expect([move.id, move.to.minute]).toEqual([id, move.from.minute]);
        else expect([one.state, one.fixed]).toEqual(['waiting', false]);
        expect(move.to.minute).toBeGreaterThanOrEqual(0);
        expect(move.to.minutes).toBeGreaterThanOrEqual(0);
      }
    }));

  it('goes into buffers and into what is left, to the minute', () =>
    plans((cues, { id }, by) => {
      const { eaten, left } = delayOf(cues, id, by);
      const used = eaten.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(used + left).toBe(Math.max(0, by));
    }));

  it('taken back leaves everything as it was', () =>
    plans((cues, { id }, by) => {
      const { moves } = delayOf(cues, id, by);
      const after = moved(cues, moves);
      expect(moved(after, takenBack(after, moves))).toEqual(cues);
    }));
});
