import { AccessModule } from '@convener/access';
import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { FollowedRows } from './followed-rows';
import { PersonalDataQueries } from './personal-data.queries';
import { PersonalDataService } from './personal-data.service';
import { PersonalDataSweep } from './personal-data.sweep';

/** What lists and records say of people: found, handed out, erased on request, and erased when its time is over. */
@Module({
  imports: [AccessModule, RegistersModule],
  providers: [PersonalDataSweep, FollowedRows, PersonalDataQueries, PersonalDataService],
  exports: [FollowedRows, PersonalDataQueries, PersonalDataService],
})
export class PersonalDataModule {}
