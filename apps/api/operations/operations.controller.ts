import { Policy } from '@convener/access';
import { OperationsQueries, OperationsService, type TroubledMail as Troubled } from '@convener/delivery';
import { QUEUE_WARNINGS, QueueHealth } from '@convener/platform';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { decodeCursor, limitOf, pageOf, PageQuery } from '../http/paging';
import { Operations, TroubledMailPage } from './operations.dto';

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly queries: OperationsQueries,
    private readonly operations: OperationsService,
    private readonly queue: QueueHealth,
  ) {}

  /** How reminders, mails and the queue stand. */
  @Get()
  @Policy('operations.use')
  async show(): Promise<Operations> {
    const [figures, { warnings, ...queue }] = await Promise.all([this.queries.figures(), this.queue.state()]);
    return { ...figures, queue: { ...queue, warnings: warnings.map((kind) => ({ kind, ...QUEUE_WARNINGS[kind] })) } };
  }

  /** Mails that failed, with why, the newest first. */
  @Get('messages')
  @Policy('operations.use')
  async messages(@Query() query: PageQuery): Promise<TroubledMailPage> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['string'])?.[0];
    return pageOf(await this.queries.troubled(after, limit + 1), limit, keyOf, (mail) => mail);
  }

  /** Tries a failed mail again with the next sweep. */
  @Post('messages/:id/retry')
  @HttpCode(204)
  @Policy('operations.use')
  retry(@Param('id', IdPipe) id: string): Promise<void> {
    return this.operations.retry(id);
  }

  /** Gives a failed mail up; the message stays in its reader's inbox. */
  @Post('messages/:id/skip')
  @HttpCode(204)
  @Policy('operations.use')
  skip(@Param('id', IdPipe) id: string): Promise<void> {
    return this.operations.skip(id);
  }
}

function keyOf({ id }: Troubled): [string] {
  return [id];
}
