import { AccessModule } from '@convener/access';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attempts } from './attempts';
import { Passwords } from './passwords';
import { SessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { SessionSweep } from './session-sweep.service';
import { SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in-limits';
import { SignInService } from './sign-in.service';

const SERVICES = [Attempts, Passwords, SessionCookie, SessionsService, SignInService];

/** Passwords, sessions and the limits on guessing. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Session]), AccessModule],
  providers: [...SERVICES, SessionSweep, SignInLimits],
  exports: SERVICES,
})
export class SignInModule {}
