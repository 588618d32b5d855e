import { AccessModule } from '@convener/access';
import { RemindersModule } from '@convener/reminders';
import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller';
import { MeController } from './me.controller';
import { MePresenter } from './me.presenter';
import { OutboxController } from './outbox.controller';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';
import { SetupController } from './setup.controller';

/** Routes of set-up, sign-in, one's own account, people, invitations and the outbox. */
@Module({
  imports: [AccessModule, RemindersModule],
  controllers: [
    SetupController,
    SessionController,
    MeController,
    PeopleController,
    InvitationsController,
    OutboxController,
  ],
  providers: [MePresenter],
})
export class AccessApiModule {}
