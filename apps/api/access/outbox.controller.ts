import { Policy } from '@convener/access';
import { Database, OutgoingMail } from '@convener/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LessThan } from 'typeorm';
import { decodeCursor, limitOf, pageOf, PageQuery } from '../http/paging';
import { OutboxPage } from './outbox.dto';

/** Mail that stays here because no mail server is configured. */
@ApiTags('outbox')
@Controller('outbox')
export class OutboxController {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  @Get()
  @Policy('outbox.read')
  async list(@Query() query: PageQuery): Promise<OutboxPage> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['string']);
    const where = after ? { id: LessThan(after[0]) } : {};
    const mails = await this.database.read((em) =>
      em.find(OutgoingMail, { where, order: { id: 'DESC' }, take: limit + 1 }),
    );
    return pageOf(mails, limit, keyOf, present);
  }
}

function keyOf({ id }: OutgoingMail): [string] {
  return [id];
}

function present({ id, recipient, subject, text, createdAt }: OutgoingMail) {
  return { id, to: recipient, subject, text, createdAt };
}
