import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ReminderRulesQueries, ReminderRulesService } from '@convener/reminder-rules';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { EditRule, NewOwnRule, NewRule, ReminderRule, ReminderRules } from './reminder-rules.dto';

@ApiTags('reminder rules')
@Controller()
export class ReminderRulesController {
  constructor(
    private readonly rules: ReminderRulesService,
    private readonly queries: ReminderRulesQueries,
  ) {}

  /** The template's rules as the project changes them, and its own. */
  @Get('projects/:id/reminder-rules')
  @Policy('reminders.read')
  ofProject(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ReminderRules> {
    return this.queries.ofProject(me, id);
  }

  /** Adds a rule to the project, puts one in an inherited one's place, or switches that off. */
  @Post('projects/:id/reminder-rules')
  @Once()
  @Policy('reminder-rules.edit')
  async addToProject(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewRule,
  ): Promise<ReminderRule> {
    return this.queries.one(me, await this.rules.addToProject(me, id, body));
  }

  /** The project's rules as the work item changes them, and its own. */
  @Get('work-items/:id/reminder-rules')
  @Policy('reminders.read')
  ofItem(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ReminderRules> {
    return this.queries.ofItem(me, id);
  }

  /** The same for one work item and its deliverables. */
  @Post('work-items/:id/reminder-rules')
  @Once()
  @Policy('work-item.edit')
  async addToItem(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewRule,
  ): Promise<ReminderRule> {
    return this.queries.one(me, await this.rules.addToItem(me, id, body));
  }

  /** My own rules, about my own work in all my projects. */
  @Get('me/reminder-rules')
  @Policy('account.use')
  ofMe(@CurrentPerson() me: SignedIn): Promise<ReminderRules> {
    return this.queries.ofPerson(me);
  }

  @Post('me/reminder-rules')
  @Once()
  @Policy('account.use')
  async addToMe(@CurrentPerson() me: SignedIn, @Body() body: NewOwnRule): Promise<ReminderRule> {
    return this.queries.one(me, await this.rules.addToPerson(me, body));
  }

  /** Changes a rule, or switches it on or off. */
  @Patch('reminder-rules/:id')
  @TagsVersion()
  @Policy('reminder-rules.edit')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditRule,
    @SeenVersion() seen: number | null,
  ): Promise<ReminderRule> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.rules.edit(me, id, body, seen), current);
    return current();
  }

  /** Removes it; an inherited rule that it stood in the place of holds again. */
  @Delete('reminder-rules/:id')
  @HttpCode(204)
  @Policy('reminder-rules.edit')
  remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.rules.remove(me, id);
  }
}
