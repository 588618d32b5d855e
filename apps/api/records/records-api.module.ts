import { RecordsModule } from '@convener/records';
import { Module } from '@nestjs/common';
import { RecordsController } from './records.controller';

@Module({ imports: [RecordsModule], controllers: [RecordsController] })
export class RecordsApiModule {}
