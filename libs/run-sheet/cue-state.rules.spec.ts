import { called } from './cue-state.rules';

const NEW = { state: 'waiting', startedAt: null, endedAt: null } as const;

describe('calling a cue', () => {
  it('notes when it begins and when it is over', () => {
    const running = called(NEW, 'running', 1000)!;
    expect(running).toEqual({ state: 'running', startedAt: 1000, endedAt: null });
    expect(called(running, 'done', 2000)).toEqual({ state: 'done', startedAt: 1000, endedAt: 2000 });
  });

  it('takes a slip back: what was called done too early goes on from when it began', () => {
    const done = { state: 'done', startedAt: 1000, endedAt: 2000 } as const;
    expect(called(done, 'running', 2500)).toEqual({ state: 'running', startedAt: 1000, endedAt: null });
    expect(called({ ...done, startedAt: null }, 'running', 2500)).toMatchObject({ startedAt: 2500 });
    expect(called(done, 'waiting', 2500)).toEqual(NEW);
  });

  it('leaves out what does not happen, and can be called all the same', () => {
    const skipped = called(NEW, 'skipped', 1000)!;
    expect(skipped).toEqual({ ...NEW, state: 'skipped' });
    expect(called(skipped, 'running', 2000)).toMatchObject({ state: 'running', startedAt: 2000 });
  });

  it('a second time changes nothing', () => expect(called(NEW, 'waiting', 1)).toBeNull());
});
