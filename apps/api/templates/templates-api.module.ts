import { EditionsModule } from '@convener/editions';
import { HouseTemplatesModule } from '@convener/house-templates';
import { Module } from '@nestjs/common';
import { HouseTemplatesController } from './house-templates.controller';
import { TemplatesController } from './templates.controller';

@Module({
  imports: [HouseTemplatesModule, EditionsModule],
  controllers: [TemplatesController, HouseTemplatesController],
})
export class TemplatesApiModule {}
