import { LessonsModule } from '@convener/lessons';
import { RecordsModule } from '@convener/records';
import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { HouseLessonsController } from './house-lessons.controller';
import { LessonsController } from './lessons.controller';
import { MadeLessonsController } from './made-lessons.controller';

@Module({
  imports: [LessonsModule, RecordsModule, RegistersModule],
  controllers: [HouseLessonsController, LessonsController, MadeLessonsController],
})
export class LessonsApiModule {}
