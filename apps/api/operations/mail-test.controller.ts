import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { MailTestsService } from '@convener/mail-test';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailSettings } from './mail-test.dto';

@ApiTags('operations')
@Controller('operations/mail-test')
export class MailTestController {
  constructor(private readonly tests: MailTestsService) {}

  /** Where mail goes, and how one's own last test went. */
  @Get()
  @Policy('operations.use')
  show(@CurrentPerson() me: SignedIn): Promise<MailSettings> {
    return this.tests.settings(me);
  }

  /** Sends oneself a test message by a job, as every mail goes; how it went is read afterwards. */
  @Post()
  @HttpCode(202)
  @Policy('operations.use')
  async ask(@CurrentPerson() me: SignedIn): Promise<MailSettings> {
    await this.tests.ask(me);
    return this.tests.settings(me);
  }
}
