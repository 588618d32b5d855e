import { infoLine, redisWarnings } from './redis-warnings';

const GOOD = { policy: 'noeviction', appendOnly: true, save: '' };

describe('a Redis for jobs', () => {
  it.each([{}, { appendOnly: false, save: '3600 1' }, { save: null }])('is as it should be: %p', (own) => {
    expect(redisWarnings({ ...GOOD, ...own })).toEqual([]);
  });

  it('must not throw jobs out when its memory is full', () => {
    expect(redisWarnings({ ...GOOD, policy: 'allkeys-lru' })).toEqual(['evicts']);
    expect(redisWarnings({ ...GOOD, policy: 'volatile-ttl' })).toEqual(['evicts']);
  });

  it('must keep jobs over a restart, in one way or the other', () => {
    expect(redisWarnings({ ...GOOD, appendOnly: false })).toEqual(['forgets']);
  });

  it('that does not let us ask is said to be unchecked, and what it does say counts', () => {
    expect(redisWarnings({ policy: null, appendOnly: null, save: null })).toEqual(['unchecked']);
    expect(redisWarnings({ policy: 'allkeys-lru', appendOnly: false, save: null })).toEqual(['evicts', 'unchecked']);
  });

  it('says it in lines of INFO', () => {
    const info = '# Memory\r\nmaxmemory:0\r\nmaxmemory_policy:noeviction\r\n';
    expect(infoLine(info, 'maxmemory_policy')).toBe('noeviction');
    expect(infoLine(info, 'aof_enabled')).toBeNull();
  });
});
