import { HouseTemplatesModule } from '@convener/house-templates';
import { Module } from '@nestjs/common';
import { HouseFromProject } from './house-from-project';
import { NextEditionService } from './next-edition.service';

const SERVICES = [HouseFromProject, NextEditionService];

/** What one edition of an event hands to the next, and to the templates of the house. */
@Module({
  imports: [HouseTemplatesModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class EditionsModule {}
