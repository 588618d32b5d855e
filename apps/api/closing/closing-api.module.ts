import { ClosingModule } from '@convener/closing';
import { Module } from '@nestjs/common';
import { ClosingController } from './closing.controller';

@Module({ imports: [ClosingModule], controllers: [ClosingController] })
export class ClosingApiModule {}
