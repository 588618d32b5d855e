import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { RecurringWorkQueries, RecurringWorkService } from '@convener/recurring-work';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { EditRecurring, NewRecurring, Recurring, RecurringDates, RecurringList } from './recurring.dto';

@ApiTags('recurring work')
@Controller()
export class RecurringController {
  constructor(
    private readonly queries: RecurringWorkQueries,
    private readonly recurring: RecurringWorkService,
  ) {}

  /** What still runs first, then what has ended. */
  @Get('projects/:id/recurring')
  @Policy('project.read')
  async list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RecurringList> {
    return { items: await this.queries.list(me, id) };
  }

  /** Every date that it would have. Writes nothing. */
  @Post('projects/:id/recurring/preview')
  @HttpCode(200)
  @Policy('recurring.manage')
  preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewRecurring,
  ): Promise<RecurringDates> {
    return this.recurring.preview(me, id, body);
  }

  /** Each occurrence becomes a work item two weeks ahead. */
  @Post('projects/:id/recurring')
  @Once()
  @Policy('recurring.manage')
  async create(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewRecurring,
  ): Promise<Recurring> {
    const { id: made } = await this.recurring.create(me, id, body);
    return this.queries.one(me, made);
  }

  /** Also of what nobody has begun. An earlier end sets aside what stands behind it. */
  @Patch('recurring/:id')
  @TagsVersion()
  @Policy('recurring.manage')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditRecurring,
    @SeenVersion() seen: number | null,
  ): Promise<Recurring> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.recurring.edit(me, id, body, seen), current);
    return current();
  }

  /** Ends it and sets aside what nobody has begun. */
  @Delete('recurring/:id')
  @HttpCode(204)
  @Once()
  @Policy('recurring.manage')
  end(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.recurring.end(me, id);
  }
}
