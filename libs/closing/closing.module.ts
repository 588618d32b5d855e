import { AccessModule } from '@convener/access';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Closing, ClosingWaiver } from './closing.entity';
import { ClosingQueries } from './closing.queries';
import { ClosingService } from './closing.service';
import { WaivingService } from './waiving.service';

const OFFERED = [ClosingQueries, ClosingService];

/** Closing a project (結案): what is still open, what is waived and why, and reopening. */
@Module({
  imports: [TypeOrmModule.forFeature([Closing, ClosingWaiver]), AccessModule],
  providers: [...OFFERED, WaivingService],
  exports: OFFERED,
})
export class ClosingModule {}
