import { CheckInModule } from '@convener/check-in';
import { Module } from '@nestjs/common';
import { CheckInController } from './check-in.controller';

@Module({ imports: [CheckInModule], controllers: [CheckInController] })
export class CheckInApiModule {}
