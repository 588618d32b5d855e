import { JoiningModule } from '@convener/joining';
import { Module } from '@nestjs/common';
import { AccessApiModule } from '../access/access-api.module';
import { JoinController } from './join.controller';
import { TemporaryStaffController } from './temporary-staff.controller';

@Module({ imports: [JoiningModule, AccessApiModule], controllers: [JoinController, TemporaryStaffController] })
export class JoiningApiModule {}
