import { randomBytes } from 'node:crypto';
import { InProcessLive, type Live, type News, RedisLive } from '@convener/platform';
import { Redis } from 'ioredis';
import { redisUrl } from '../support/services';
import { until } from '../support/until';

interface Place {
  /** Where it is told, and where it is heard. */
  here: Live;
  there: Live;
  /** The connection by which `here` tells others, where it needs one. */
  line?: Redis;
  close(): Promise<void>;
}

const CHANNEL = `convener-test-${randomBytes(6).toString('hex')}:live`;

async function onRedis(url: string): Promise<Place> {
  const redis = [new Redis(url), new Redis(url)];
  const [here, there] = redis.map((one) => new RedisLive(one, CHANNEL)) as [RedisLive, RedisLive];
  await Promise.all(redis.map((one) => one.ping()));
  const close = async () => {
    for (const live of [here, there]) live.onModuleDestroy();
    for (const one of redis) one.disconnect();
  };
  return { here, there, line: redis[0], close };
}

const url = redisUrl();
const PLACES: [string, () => Promise<Place>][] = [
  [
    'one process',
    async () => {
      const live = new InProcessLive();
      return { here: live, there: live, close: async () => undefined };
    },
  ],
  ...(url === null ? [] : [['two processes on one Redis', () => onRedis(url)] as [string, () => Promise<Place>]]),
];

const changed = (projectId: string): News => ({ projectId, things: [{ kind: 'check', id: 'c' }] });

describe.each(PLACES)('live news in %s', (name, open) => {
  let place: Place;
  beforeEach(async () => {
    place = await open();
  });
  afterEach(() => place.close());

  async function listen(live: Live) {
    const heard: News[] = [];
    const hearing: boolean[] = [];
    const stop = live.listen({
      heard: (news) => void heard.push(news),
      hearing: (others) => void hearing.push(others),
    });
    if (live instanceof RedisLive) await until(() => hearing.at(-1) !== false, 'the others to be heard');
    return { heard, hearing, stop };
  }

  it('are heard once by everybody, in the order in which they were told', async () => {
    const [near, far] = [await listen(place.here), await listen(place.there)];
    for (const id of ['1', '2', '3']) place.here.tell(changed(id));
    place.here.tell({ personId: 'p' });
    await until(() => far.heard.length >= 4, 'the news');
    const all = [changed('1'), changed('2'), changed('3'), { personId: 'p' }];
    expect([near.heard, far.heard]).toEqual([all, all]);
  });

  it('of a moment ago are heard by whoever begins to listen, and none by whoever has stopped', async () => {
    const first = await listen(place.there);
    place.here.tell(changed('1'));
    await until(() => first.heard.length > 0, 'the news');
    first.stop();
    const second = await listen(place.there);
    expect(second.heard).toEqual([changed('1')]);
    place.here.tell(changed('2'));
    await until(() => second.heard.length > 1, 'the news');
    expect(first.heard).toEqual([changed('1')]);
  });

  if (url === null || name === 'one process') return;

  it('that could not be told are missed in words, as soon as anything can be told again', async () => {
    const line = place.line!;
    const { heard, hearing } = await listen(place.there);
    line.disconnect();
    await until(() => line.status === 'end', 'the line to be cut');
    place.here.tell(changed('1'));
    const before = hearing.length;
    await line.connect();
    await until(() => hearing.length > before, 'the word that something was missed');
    expect([hearing.at(-1), heard]).toEqual([true, []]);
  });

  it('survive what somebody else says on their channel', async () => {
    const { heard } = await listen(place.there);
    const other = new Redis(url);
    for (const text of ['{', '[]', 'null', '{"from":"x"}', '{"from":"x","news":{"projectId":"p"}}'])
      await other.publish(CHANNEL, text);
    other.disconnect();
    place.here.tell(changed('1'));
    await until(() => heard.length > 0, 'the news');
    expect(heard).toEqual([changed('1')]);
  });
});
