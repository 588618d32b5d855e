import { SweepService } from '@convener/delivery';
import { Poller } from '@convener/platform';
import { RemindersPlan, ReminderSubjects } from '@convener/reminders';
import { Test, type TestingModule } from '@nestjs/testing';
import { WorkerModule } from '../../apps/worker/worker.module';
import { databaseKinds } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { redisUrl } from '../support/services';
import { OwnRedis } from './reminders.redis';

const redis = redisUrl();

(redis === null ? describe.skip : describe).each(databaseKinds())('the worker on $name', ({ create }) => {
  it('starts without HTTP, finds the answers of projects, and sweeps by the clock', async () => {
    const own = new OwnRedis(redis ?? '');
    const { config, drop } = await create({ ...own.env, LOG_LEVEL: 'silent' });
    const clock = new FakeClock();
    const every = jest.spyOn(Poller.prototype, 'every');
    const sweep = jest.spyOn(SweepService.prototype, 'sweep');
    let worker: TestingModule | null = null;
    try {
      worker = await Test.createTestingModule({ imports: [WorkerModule.forRoot(config, { clock })] }).compile();
      await worker.init();
      expect(worker.get(ReminderSubjects, { strict: false })).toBeInstanceOf(ReminderSubjects);
      expect(worker.get(RemindersPlan, { strict: false })).toBeDefined();
      expect(every).toHaveBeenCalledWith('reminders', expect.any(Number), expect.any(Function));
      expect(sweep).toHaveBeenCalledTimes(1);
      clock.advance(10_000);
      while (sweep.mock.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await worker?.close();
      jest.restoreAllMocks();
      await drop();
      await own.drop();
    }
  });
});
