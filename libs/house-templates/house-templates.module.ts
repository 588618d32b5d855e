import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HouseTemplate } from './house-template.entity';
import { HouseTemplatesQueries } from './house-templates.queries';
import { HouseTemplatesService } from './house-templates.service';

const SERVICES = [HouseTemplatesQueries, HouseTemplatesService];

/** Templates of the house: copied, edited, compared, published, retired. */
@Module({
  imports: [TypeOrmModule.forFeature([HouseTemplate])],
  providers: SERVICES,
  exports: SERVICES,
})
export class HouseTemplatesModule {}
