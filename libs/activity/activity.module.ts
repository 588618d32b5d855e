import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityEntry } from './activity-entry.entity';
import { ActivityLog } from './activity.log';
import { ActivityQueries } from './activity.queries';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ActivityEntry])],
  providers: [ActivityLog, ActivityQueries],
  exports: [ActivityLog, ActivityQueries],
})
export class ActivityModule {}
