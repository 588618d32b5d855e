import { CurrentPerson, PeopleQueries, personSummary, Policy, type SignedIn } from '@convener/access';
import { PasswordResetService, PeopleService } from '@convener/accounts';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { ChangePerson, PeopleList, PersonSummary, ResetLink } from './people.dto';

/** The people of the workspace. */
@ApiTags('access')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly people: PeopleService,
    private readonly resets: PasswordResetService,
  ) {}

  /** Everybody, the active first. */
  @Get()
  @Policy('people.read')
  async list(): Promise<PeopleList> {
    return { items: await this.queries.list() };
  }

  /** Changes a person's workspace role, or whether they may sign in. */
  @Patch(':id')
  @Policy('people.manage')
  async change(
    @CurrentPerson() admin: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangePerson,
    @SeenVersion() seen: number | null,
  ): Promise<PersonSummary> {
    const current = async () => personSummary(await this.queries.one(id));
    return personSummary(await orCurrent(this.people.manage(admin, id, body, seen), current));
  }

  /** Makes a link for somebody whom no mail reaches to set a new password. The person is told. */
  @Post(':id/password-reset')
  @Policy('people.manage')
  makeResetLink(@CurrentPerson() admin: SignedIn, @Param('id', IdPipe) id: string): Promise<ResetLink> {
    return this.resets.makeFor(admin, id);
  }
}
