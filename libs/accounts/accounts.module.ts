import { AccessModule } from '@convener/access';
import { SignInModule } from '@convener/sign-in';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountDoorbell } from './account-doorbell';
import { AccountMail } from './account-mail.entity';
import { AccountMailsService } from './account-mails.service';
import { AccountSweep } from './account-sweep.service';
import { Invitation } from './invitation.entity';
import { InvitationsService } from './invitations.service';
import { NewPeople } from './new-person';
import { PasswordEvent } from './password-event.entity';
import { PasswordEventsQueries } from './password-events.queries';
import { PasswordReset } from './password-reset.entity';
import { PasswordResetService } from './password-reset.service';
import { PeopleService } from './people.service';
import { SendAccountMailJob } from './send-account-mail.job';
import { SetupLink } from './setup-link.entity';
import { SetupService } from './setup.service';

const SERVICES = [
  InvitationsService,
  NewPeople,
  PasswordEventsQueries,
  PasswordResetService,
  PeopleService,
  SetupService,
];
const OWN = [AccountDoorbell, AccountMailsService, AccountSweep, SendAccountMailJob];
const ENTITIES = [SetupLink, Invitation, PasswordReset, PasswordEvent, AccountMail];

/** How people come to have an account: set-up, invitations, forgotten passwords, what an admin changes. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), AccessModule, SignInModule],
  providers: [...SERVICES, ...OWN],
  exports: SERVICES,
})
export class AccountsModule {}
