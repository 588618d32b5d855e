import { CallerError, Clock } from '@convener/kernel';
import { AttemptLimiter } from './attempts';

class HandClock extends Clock {
  at = 0;
  now(): number {
    return this.at;
  }
}

describe('AttemptLimiter', () => {
  const clock = new HandClock();
  const refusal = (work: () => void): CallerError | null => {
    try {
      work();
      return null;
    } catch (error) {
      return error as CallerError;
    }
  };

  it('refuses the attempt over the limit and says how long to wait', () => {
    const limiter = new AttemptLimiter(clock, 2, 60_000);
    limiter.take('a');
    limiter.take('a');
    clock.at += 10_500;
    expect(refusal(() => limiter.take('a'))).toMatchObject({ status: 429, extra: { retryAfter: 50 } });
    expect(refusal(() => limiter.take('b'))).toBeNull();
    clock.at += 49_500;
    expect(refusal(() => limiter.take('a'))).toBeNull();
  });

  it('forgets failures after a success', () => {
    const limiter = new AttemptLimiter(clock, 1, 60_000);
    limiter.take('a');
    limiter.forgive('a');
    expect(refusal(() => limiter.take('a'))).toBeNull();
  });

  it('stays bounded, whatever keys it is given', () => {
    const limiter = new AttemptLimiter(clock, 1, 60_000);
    for (let index = 0; index < 10_500; index += 1) limiter.take(`key ${index}`);
    expect(refusal(() => limiter.take('key 10499'))).not.toBeNull();
    expect(refusal(() => limiter.take('key 0'))).toBeNull();
  });
});
