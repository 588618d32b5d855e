import { AccountsModule } from '@convener/accounts';
import { ProjectsModule } from '@convener/projects';
import { SignInModule } from '@convener/sign-in';
import { TeamsModule } from '@convener/teams';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JoinCode } from './join-code.entity';
import { JoinCodesService } from './join-codes.service';
import { JoiningService } from './joining.service';
import { TemporaryStaffQueries } from './temporary-staff.queries';
import { TemporaryStaffService } from './temporary-staff.service';
import { TemporaryStaffSweep } from './temporary-staff.sweep';

const SERVICES = [JoinCodesService, JoiningService, TemporaryStaffQueries, TemporaryStaffService];

/** People without an account who help a sub-team, and the codes by which they come. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([JoinCode]), AccountsModule, ProjectsModule, SignInModule, TeamsModule],
  providers: [...SERVICES, TemporaryStaffSweep],
  exports: SERVICES,
})
export class JoiningModule {}
