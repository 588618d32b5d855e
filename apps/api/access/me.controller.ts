import { CurrentPerson, CurrentSession, PeopleService, Policy, type SignedIn } from '@convener/access';
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeMe, ChangePassword, Me } from './me.dto';
import { MePresenter } from './me.presenter';

/** The signed-in person's own account. */
@ApiTags('access')
@Controller('me')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly me: MePresenter,
  ) {}

  /** Who is signed in; 401 when nobody is. */
  @Get()
  @Policy('me.use')
  show(@CurrentPerson() person: SignedIn): Promise<Me> {
    return this.me.present(person);
  }

  /** Changes one's name or language. */
  @Patch()
  @Policy('me.use')
  async change(@CurrentPerson() person: SignedIn, @Body() body: ChangeMe): Promise<Me> {
    return this.me.present(await this.people.changeOwn(person, body));
  }

  /** Changes one's password and signs out all other browsers. */
  @Post('password')
  @HttpCode(204)
  @Policy('me.use')
  changePassword(
    @CurrentPerson() person: SignedIn,
    @CurrentSession() session: string,
    @Body() body: ChangePassword,
  ): Promise<void> {
    return this.people.changePassword(person, session, body);
  }
}
