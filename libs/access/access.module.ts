import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessSweep } from './access-sweep.service';
import { AccountDoorbell } from './account-doorbell';
import { AccountMail } from './account-mail.entity';
import { AccountMailsService } from './account-mails.service';
import { Attempts } from './attempts';
import { Invitation } from './invitation.entity';
import { InvitationsService } from './invitations.service';
import { NewPeople } from './new-person';
import { PasswordEvent } from './password-event.entity';
import { PasswordReset } from './password-reset.entity';
import { PasswordResetService } from './password-reset.service';
import { Passwords } from './passwords';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { Person } from './person.entity';
import { SendAccountMailJob } from './send-account-mail.job';
import { SessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { SessionsService } from './sessions.service';
import { SetupLink } from './setup-link.entity';
import { SetupService } from './setup.service';
import { SignInLimits } from './sign-in-limits';
import { SignInService } from './sign-in.service';

const SERVICES = [
  InvitationsService,
  NewPeople,
  Passwords,
  PeopleQueries,
  PeopleService,
  PasswordResetService,
  SessionCookie,
  SessionsService,
  SetupService,
  SignInService,
];
const OWN = [AccessSweep, AccountDoorbell, AccountMailsService, Attempts, SendAccountMailJob, SignInLimits];
const ENTITIES = [Person, Session, SetupLink, Invitation, PasswordReset, PasswordEvent, AccountMail];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), DiscoveryModule],
  providers: [...SERVICES, ...OWN],
  exports: SERVICES,
})
export class AccessModule {}
