export { MAIL_FAULTS } from './mail-fault';
export { MailTestModule } from './mail-test.module';
export { type MailSettings, MailTestsService, type MailTestView } from './mail-tests.service';
