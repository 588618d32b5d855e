import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { PreferencesService } from '@convener/notifications';
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { ChangeNotifications, Notifications } from './notifications.dto';

/** How the signed-in person wants to be told. */
@ApiTags('me')
@Controller('me/notifications')
export class NotificationsController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @TagsVersion()
  @Policy('account.use')
  show(@CurrentPerson() me: SignedIn): Promise<Notifications> {
    return this.preferences.of(me.personId);
  }

  /** Changes what is given. Version 0 is what holds before the first choice. */
  @Patch()
  @TagsVersion()
  @Policy('account.use')
  change(
    @CurrentPerson() me: SignedIn,
    @Body() body: ChangeNotifications,
    @SeenVersion() seen: number | null,
  ): Promise<Notifications> {
    return orCurrent(this.preferences.change(me.personId, body, seen), () => this.preferences.of(me.personId));
  }
}
