import { StoryClock } from './story-clock';

const NOON = Date.parse('2027-05-05T12:00:00+08:00');
const LEASE_MS = 300_000;

describe('the clock of the story', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('only ever moves forward', () => {
    const clock = new StoryClock(NOON);
    clock.moveTo(NOON - 1);
    expect(clock.now()).toBe(NOON);
    clock.moveTo(NOON + 1);
    expect(clock.now()).toBe(NOON + 1);
  });

  it('stands while a job takes the time that it usually takes', async () => {
    const clock = new StoryClock(NOON);
    let looks = 0;
    const waiting = clock.waitWhile(() => Promise.resolve((looks += 1) < 500), 'a mail');
    await jest.advanceTimersByTimeAsync(6000);
    await waiting;
    expect(clock.now()).toBe(NOON);
  });

  it('goes on where nobody comes back, until a lease has run out', async () => {
    const clock = new StoryClock(NOON);
    let done = false;
    const waiting = clock
      .waitWhile(() => Promise.resolve(clock.now() < NOON + LEASE_MS), 'a mail')
      .then(() => (done = true));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(31_000);
    await waiting;
    expect(done).toBe(true);
  });

  it('does not wait for ever, and says for what', async () => {
    const waiting = new StoryClock(NOON).waitWhile(() => Promise.resolve(true), 'a mail');
    const told = expect(waiting).rejects.toThrow('Waited in vain for a mail');
    await jest.advanceTimersByTimeAsync(121_000);
    await told;
  });
});
