import { Public } from '@convener/access';
import { PreferencesService } from '@convener/notifications';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailLink } from './notifications.dto';

/** Ends mails from the link in a mail, signed in or not. */
@ApiTags('me')
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(private readonly preferences: PreferencesService) {}

  /** Whose mails the link ends. Ends nothing: mail scanners open every link. */
  @Get()
  @Public()
  show(@Param('token') token: string): Promise<MailLink> {
    return this.preferences.linked(token);
  }

  /** Ends mails; the inbox stays. Also what mail programs post for one click (RFC 8058), whose body is not read. */
  @Post()
  @HttpCode(204)
  @Public()
  async end(@Param('token') token: string): Promise<void> {
    await this.preferences.unsubscribe(token);
  }
}
