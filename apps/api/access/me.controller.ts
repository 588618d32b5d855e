import { CurrentPerson, CurrentSession, PeopleQueries, Policy, type SignedIn } from '@convener/access';
import { PeopleService } from '@convener/accounts';
import { signedIn } from '@convener/sign-in';
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { ChangeMe, ChangePassword, Me } from './me.dto';
import { MePresenter } from './me.presenter';

/** The signed-in person's own account. */
@ApiTags('access')
@Controller('me')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly me: MePresenter,
  ) {}

  /** Who is signed in; 401 when nobody is. */
  @Get()
  @TagsVersion()
  @Policy('me.use')
  show(@CurrentPerson() person: SignedIn): Promise<Me> {
    return this.me.present(person);
  }

  /** Changes one's name or language. */
  @Patch()
  @TagsVersion()
  @Policy('me.use')
  async change(
    @CurrentPerson() person: SignedIn,
    @Body() body: ChangeMe,
    @SeenVersion() seen: number | null,
  ): Promise<Me> {
    const changed = await orCurrent(this.people.changeOwn(person, body, seen), async () =>
      this.me.present(signedIn(await this.queries.one(person.personId))),
    );
    return this.me.present(changed);
  }

  /** Changes one's password and signs out all other browsers. */
  @Post('password')
  @HttpCode(204)
  @Policy('account.use')
  changePassword(
    @CurrentPerson() person: SignedIn,
    @CurrentSession() session: string,
    @Body() body: ChangePassword,
  ): Promise<void> {
    return this.people.changePassword(person, session, body);
  }
}
