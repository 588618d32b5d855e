import { Public } from '@convener/access';
import { Database } from '@convener/platform';
import { Controller, Get, Logger, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health, Readiness } from './health.dto';
import { QueueProbe } from './queue-probe';

/** For load balancers and container health checks. */
@ApiTags('health')
@Controller()
export class HealthController {
  private readonly logger = new Logger('Ready');

  constructor(
    private readonly database: Database,
    private readonly queue: QueueProbe,
  ) {}

  /** The process answers. */
  @Get('health')
  @Public()
  health(): Health {
    return { status: 'ok' };
  }

  /** The process can work: database and queue answer. 503 otherwise. */
  @Get('ready')
  @Public()
  async ready(): Promise<Readiness> {
    const [queue] = await Promise.all([
      this.answer('queue', this.queue.check()),
      this.answer(
        'database',
        this.database.read((em) => em.query('SELECT 1')),
      ),
    ]);
    return { status: 'ready', database: this.database.kind, queue };
  }

  private async answer<T>(what: string, question: Promise<T>): Promise<T> {
    try {
      return await question;
    } catch (error) {
      this.logger.error(`The ${what} does not answer: ${String(error)}`);
      throw new ServiceUnavailableException();
    }
  }
}
