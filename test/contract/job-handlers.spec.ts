import { Global, Module, type Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from '@convener/kernel';
import { defineJob, HandlesJob, InProcessJobQueue, JobQueue, JobsModule, Poller } from '@convener/platform';
import { FakeClock } from '../support/fake-clock';
import { MemoryQueue } from '../support/memory-queue';

const job = defineJob<{ text: string }>('test.handled');
const seen: string[] = [];

@HandlesJob(job)
class First {
  async run({ text }: { text: string }): Promise<void> {
    seen.push(text);
  }
}

@HandlesJob(job)
class Second extends First {}

async function boot(queue: JobQueue, run: boolean, providers: Provider[]) {
  const clock = new FakeClock();
  @Global()
  @Module({
    providers: [{ provide: JobQueue, useValue: queue }, { provide: Clock, useValue: clock }, Poller],
    exports: [JobQueue, Poller],
  })
  class Outside {}
  const imports = [Outside, JobsModule.forRoot({ run })];
  const app = await Test.createTestingModule({ imports, providers }).compile();
  return app.init();
}

describe('JobsModule', () => {
  it('feeds the one handler of a job', async () => {
    const queue = new MemoryQueue();
    const app = await boot(queue, true, [First]);
    await queue.add(job, { text: 'hello' });
    await queue.drain();
    expect(seen).toEqual(['hello']);
    await app.close();
  });

  it('refuses to boot without a handler', async () => {
    await expect(boot(new MemoryQueue(), true, [])).rejects.toThrow('Nobody handles the job "test.handled"');
  });

  it('refuses to boot with two handlers', async () => {
    await expect(boot(new MemoryQueue(), true, [First, Second])).rejects.toThrow('has two handlers');
  });

  it('needs no handler where jobs are only added', async () => {
    await (await boot(new MemoryQueue(), false, [])).close();
  });

  it('refuses to add jobs that nobody would ever run', async () => {
    await expect(boot(new InProcessJobQueue(), false, [First])).rejects.toThrow('REDIS_URL');
  });

  it('refuses one name for two jobs', () => {
    expect(() => defineJob('test.handled')).toThrow('defined twice');
  });
});
