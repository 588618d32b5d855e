import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ItemRemindersQueries, RemindingService } from '@convener/reminder-rules';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Acknowledge, ItemReminders, RemindNow } from './item-reminders.dto';

@ApiTags('reminders')
@Controller('work-items/:id')
export class ItemRemindersController {
  constructor(
    private readonly reminding: RemindingService,
    private readonly queries: ItemRemindersQueries,
  ) {}

  /** What has been told of it, to whom and how, and what will be. */
  @Get('reminders')
  @Policy('reminders.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ItemReminders> {
    return this.queries.of(me, id);
  }

  /** Reminds somebody now, in a message of its own; 409 says when, where that was done today. */
  @Post('remind')
  @HttpCode(200)
  @Once()
  @Policy('work-item.remind')
  async remind(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: RemindNow,
  ): Promise<ItemReminders> {
    await this.reminding.remind(me, id, body.to, body.text ?? null);
    return this.queries.of(me, id);
  }

  /** Says that somebody knows of the standstill; nobody further up is told until there is progress. */
  @Post('acknowledge')
  @HttpCode(200)
  @Once()
  @Policy('work-item.acknowledge')
  async acknowledge(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Acknowledge,
  ): Promise<ItemReminders> {
    await this.reminding.acknowledge(me, id, body.note ?? null);
    return this.queries.of(me, id);
  }
}
