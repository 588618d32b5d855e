import { AccountsModule } from '@convener/accounts';
import { InboxModule } from '@convener/inbox';
import { JoiningModule } from '@convener/joining';
import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller';
import { MeController } from './me.controller';
import { MePresenter } from './me.presenter';
import { OwnSessionsController } from './own-sessions.controller';
import { PasswordResetController } from './password-reset.controller';
import { OutboxController } from './outbox.controller';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';
import { SetupController } from './setup.controller';

/** Routes of set-up, sign-in, password reset, one's own account, people, invitations and the outbox. */
@Module({
  imports: [AccountsModule, JoiningModule, InboxModule],
  controllers: [
    SetupController,
    SessionController,
    MeController,
    OwnSessionsController,
    PasswordResetController,
    PeopleController,
    InvitationsController,
    OutboxController,
  ],
  providers: [MePresenter],
  exports: [MePresenter],
})
export class AccessApiModule {}
