import { AccessModule } from '@convener/access';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Arrival, CheckIn, CheckInEntry, Consent, Desk } from './check-in.entity';
import { CheckInQueries } from './check-in.queries';
import { CheckInScopes } from './check-in-scope';
import { CheckInService } from './check-in.service';
import { EntriesService } from './entries.service';

const OFFERED = [CheckInService, EntriesService, CheckInQueries];

/** The registration desks on site (報到處): who has arrived, who came without a registration, who paid there. */
@Module({
  imports: [TypeOrmModule.forFeature([CheckIn, Consent, Desk, CheckInEntry, Arrival]), AccessModule],
  providers: [CheckInScopes, ...OFFERED],
  exports: OFFERED,
})
export class CheckInModule {}
