import { stateNow } from './mail-test.rules';

const MINUTE = 60_000;

describe('a test message', () => {
  it('waits while a mail server may still answer', () => {
    expect(stateNow({ state: 'waiting', askedAt: 0 }, MINUTE)).toBe('waiting');
  });

  it('is lost where no process has taken it up by then', () => {
    expect(stateNow({ state: 'waiting', askedAt: 0 }, 2 * MINUTE)).toBe('lost');
  });

  it('stays what it came to, however long ago', () => {
    expect(stateNow({ state: 'failed', askedAt: 0 }, 60 * MINUTE)).toBe('failed');
  });
});
