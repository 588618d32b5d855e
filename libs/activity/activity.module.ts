import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityEntry } from './activity-entry.entity';
import { ActivityPersonal } from './activity-personal.entity';
import { ActivityLog } from './activity.log';
import { ActivityQueries } from './activity.queries';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ActivityEntry, ActivityPersonal])],
  providers: [ActivityLog, ActivityQueries],
  exports: [ActivityLog, ActivityQueries],
})
export class ActivityModule {}
