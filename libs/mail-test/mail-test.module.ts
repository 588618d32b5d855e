import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailTest } from './mail-test.entity';
import { MailTestsService } from './mail-tests.service';
import { SendMailTestJob } from './send-mail-test.job';

const SERVICES = [MailTestsService];

/** A test message to oneself, with the mail server's answer in words. */
@Module({
  imports: [TypeOrmModule.forFeature([MailTest])],
  providers: [...SERVICES, SendMailTestJob],
  exports: SERVICES,
})
export class MailTestModule {}
