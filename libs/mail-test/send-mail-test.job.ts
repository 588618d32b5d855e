import { HandlesJob, type JobHandler, Mailer } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { MailTestsService, sendMailTest } from './mail-tests.service';

/** Tries a test message once: whoever asked wants to know how it went, not that it goes through in an hour. */
@Injectable()
@HandlesJob(sendMailTest)
export class SendMailTestJob implements JobHandler<{ id: string }> {
  constructor(
    private readonly tests: MailTestsService,
    private readonly mailer: Mailer,
  ) {}

  async run({ id }: { id: string }): Promise<void> {
    const mail = await this.tests.open(id);
    if (!mail) return;
    const failure = await this.mailer.send(mail).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (failure) await this.tests.failed(id, failure.error);
    else await this.tests.sent(id);
  }
}
