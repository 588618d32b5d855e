import { Logger } from '@nestjs/common';
import { Poller } from '@convener/platform';
import { FakeClock } from '../support/fake-clock';

const MINUTE = 60_000;

describe('Poller', () => {
  const clock = new FakeClock();
  let poller: Poller;

  beforeEach(() => {
    jest.useFakeTimers();
    Logger.overrideLogger(false);
    poller = new Poller(clock);
  });
  afterEach(async () => {
    await poller.onModuleDestroy();
    jest.useRealTimers();
  });

  const pass = async (ms: number) => {
    clock.advance(ms);
    await jest.advanceTimersByTimeAsync(1000);
  };

  it('runs at the start, then whenever the clock says so', async () => {
    const work = jest.fn().mockResolvedValue(undefined);
    poller.every('test', MINUTE, work);
    poller.start();
    expect(work).toHaveBeenCalledTimes(1);
    await pass(MINUTE - 1);
    expect(work).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(work).toHaveBeenCalledTimes(2);
    await pass(40 * 24 * 60 * MINUTE);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('rests until it is started', async () => {
    const work = jest.fn().mockResolvedValue(undefined);
    poller.every('test', MINUTE, work);
    await pass(MINUTE);
    expect(work).not.toHaveBeenCalled();
  });

  it('never overlaps itself', async () => {
    let finish = (): void => undefined;
    const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    poller.every('test', MINUTE, work);
    poller.start();
    await pass(5 * MINUTE);
    expect(work).toHaveBeenCalledTimes(1);
    finish();
    await pass(0);
    expect(work).toHaveBeenCalledTimes(2);
    finish();
  });

  it('goes on after a failure and after the clock was set back', async () => {
    const work = jest.fn().mockRejectedValue(new Error('by order of the test'));
    poller.every('test', MINUTE, work);
    poller.start();
    clock.advance(-60 * MINUTE);
    await pass(0);
    await pass(MINUTE);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('waits on shutdown for what is running, and begins nothing after', async () => {
    let finish = (): void => undefined;
    const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    poller.every('test', MINUTE, work);
    poller.start();
    let stopped = false;
    const stop = poller.onModuleDestroy().then(() => (stopped = true));
    await pass(2 * MINUTE);
    expect(stopped).toBe(false);
    finish();
    await stop;
    expect(work).toHaveBeenCalledTimes(1);
  });
});
