import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Invitation } from './invitation.entity';
import { InvitationsService } from './invitations.service';
import { NewPeople } from './new-person';
import { Passwords } from './passwords';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { Person } from './person.entity';
import { SessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { SessionsService } from './sessions.service';
import { SetupLink } from './setup-link.entity';
import { SetupService } from './setup.service';

const SERVICES = [
  InvitationsService,
  NewPeople,
  Passwords,
  PeopleQueries,
  PeopleService,
  SessionCookie,
  SessionsService,
  SetupService,
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person, Session, SetupLink, Invitation]), DiscoveryModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class AccessModule {}
