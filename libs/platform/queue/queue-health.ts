import { type Bilingual } from '@convener/kernel';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Config } from '../config/config';
import { askRedis } from './ask-redis';
import { InProcessJobQueue } from './in-process-queue';
import { JobQueue } from './job-queue';
import { infoLine, type QueueWarning, redisWarnings } from './redis-warnings';

/** As BullMQ names the list of jobs that wait. */
const WAITING = 'jobs:wait';

export interface QueueState {
  kind: 'redis' | 'in-process';
  reachable: boolean;
  /** Jobs that have not begun; null where Redis does not answer. */
  waiting: number | null;
  warnings: QueueWarning[];
}

export const QUEUE_WARNINGS: Record<QueueWarning, Bilingual> = {
  evicts: {
    zh: 'Redis 記憶體滿時會丟掉資料，工作可能遺失而延遲。請設定 maxmemory-policy noeviction。',
    en: 'Redis throws data out when its memory is full: jobs may be lost and come late. Set maxmemory-policy noeviction.',
  },
  forgets: {
    zh: 'Redis 不保存資料，重新啟動後工作會遺失而延遲。請開啟 appendonly yes 或設定 save。',
    en: 'Redis keeps nothing over a restart: jobs are lost then and come late. Set appendonly yes, or save.',
  },
  unchecked: {
    zh: '這個 Redis 不讓我們查看設定。請自行確認 maxmemory-policy 是 noeviction，且資料會保存。',
    en: 'This Redis does not let its settings be read. Make sure that maxmemory-policy is noeviction and that it keeps its data.',
  },
};

/** Whether jobs get through, and what about the settings of Redis endangers them; said aloud at the start. */
@Injectable()
export class QueueHealth implements OnApplicationBootstrap {
  private readonly log = new Logger('Queue');

  constructor(
    private readonly config: Config,
    private readonly queue: JobQueue,
  ) {}

  /** In the background: a start waits for no Redis. One that is away is told of by whoever adds jobs. */
  onApplicationBootstrap(): void {
    if (this.config.redisUrl === null) return;
    void this.state().then(({ warnings }) => warnings.forEach((warning) => this.log.warn(QUEUE_WARNINGS[warning].en)));
  }

  /** Never throws: a queue that is away is an answer too. */
  async state(): Promise<QueueState> {
    const { redisUrl, queuePrefix } = this.config;
    if (redisUrl === null) return { kind: 'in-process', reachable: true, waiting: this.inProcess(), warnings: [] };
    try {
      return await askRedis(redisUrl, async (redis) => ({
        ...{ kind: 'redis' as const, reachable: true },
        waiting: await redis.llen(`${queuePrefix}:${WAITING}`),
        warnings: redisWarnings(await settingsOf(redis)),
      }));
    } catch {
      return { kind: 'redis', reachable: false, waiting: null, warnings: [] };
    }
  }

  private inProcess(): number | null {
    return this.queue instanceof InProcessJobQueue ? this.queue.waiting : null;
  }
}

/** INFO says most of it also where CONFIG is forbidden. */
async function settingsOf(redis: Redis) {
  const info = async (section: string) => redis.info(section).catch(() => '');
  const config = async (name: string) => {
    const found = (await redis.config('GET', name).catch(() => [])) as string[];
    return found[1] ?? null;
  };
  const appendOnly = infoLine(await info('persistence'), 'aof_enabled');
  return {
    policy: (await config('maxmemory-policy')) ?? infoLine(await info('memory'), 'maxmemory_policy'),
    appendOnly: appendOnly === null ? null : appendOnly === '1',
    save: await config('save'),
  };
}
