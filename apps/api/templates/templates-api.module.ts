import { Module } from '@nestjs/common';
import { HouseTemplatesController } from './house-templates.controller';
import { TemplatesController } from './templates.controller';

@Module({ controllers: [TemplatesController, HouseTemplatesController] })
export class TemplatesApiModule {}
