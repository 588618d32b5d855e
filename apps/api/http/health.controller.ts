import { Public } from '@convener/access';
import type { Bilingual } from '@convener/kernel';
import { STORE_TROUBLES } from '@convener/platform';
import { Controller, Get, Logger } from '@nestjs/common';
import { ApiServiceUnavailableResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { DatabaseProbe } from './database-probe';
import { FilesProbe } from './files-probe';
import { type DatabaseState, type FilesState, Health, NotReadyProblem, type QueueState, Readiness } from './health.dto';
import { NotReady } from './problem';
import { QueueProbe } from './queue-probe';

/** How long (ms) a part may take to answer before it counts as away: whoever asks asks again within seconds. */
const PATIENCE_MS = 3000;

const TROUBLES = {
  database: {
    away: { zh: '資料庫沒有回應。', en: 'The database does not answer.' },
    full: { zh: '資料庫所在的磁碟已滿。', en: 'The disk of the database is full.' },
    'read-only': { zh: '資料庫只能讀取，不能寫入。', en: 'The database can only be read, not written.' },
  },
  queue: { away: { zh: 'Redis 沒有回應。', en: 'Redis does not answer.' } },
  files: STORE_TROUBLES,
} satisfies Record<string, Record<string, Bilingual>>;

/** For load balancers and container health checks. */
@ApiTags('health')
@Controller()
export class HealthController {
  private readonly logger = new Logger('Ready');
  private last = '';

  constructor(
    private readonly database: DatabaseProbe,
    private readonly queue: QueueProbe,
    private readonly files: FilesProbe,
  ) {}

  /** The process answers. */
  @Get('health')
  @Public()
  health(): Health {
    return { status: 'ok' };
  }

  /** The process can work: database, queue and file store answer, and what is written is kept. 503 says which of them does not. */
  @Get('ready')
  @Public()
  @ApiServiceUnavailableResponse({
    description: 'A part does not work',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(NotReadyProblem) } } },
  })
  async ready(): Promise<Readiness> {
    const [database, queue, files] = await Promise.all([
      this.ask<DatabaseState>('database', () => this.database.check()),
      this.ask<QueueState>('queue', () => this.queue.check()),
      this.ask<FilesState>('file store', () => this.files.check()),
    ]);
    const troubles = [
      ...(isDatabase(database) ? [] : [TROUBLES.database[database]]),
      ...(queue === 'away' ? [TROUBLES.queue.away] : []),
      ...(isPlace(files) ? [] : [TROUBLES.files[files]]),
    ];
    this.note(troubles.map(({ en }) => en).join(' '));
    if (isDatabase(database) && queue !== 'away' && isPlace(files)) return { status: 'ready', database, queue, files };
    const text = { zh: troubles.map(({ zh }) => zh).join(''), en: troubles.map(({ en }) => en).join(' ') };
    throw new NotReady(text, { database, queue, files });
  }

  private async ask<S>(what: string, question: () => Promise<S>): Promise<S | 'away'> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<'away'>((resolve) => {
      timer = setTimeout(() => resolve('away'), PATIENCE_MS);
    });
    const answer = question().catch((error: unknown): 'away' => {
      this.logger.debug(`The ${what} does not answer: ${String(error)}`);
      return 'away';
    });
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
  }

  /** Logs the beginning and the end of a trouble, not each of the many questions meanwhile. */
  private note(troubles: string): void {
    if (troubles !== this.last) {
      if (troubles === '') this.logger.log('Ready again');
      else this.logger.error(troubles);
    }
    this.last = troubles;
  }
}

function isPlace(state: FilesState): state is Readiness['files'] {
  return state === 'disk' || state === 's3';
}

function isDatabase(state: DatabaseState): state is Readiness['database'] {
  return state === 'sqlite' || state === 'postgres';
}
