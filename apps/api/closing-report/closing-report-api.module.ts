import { ClosingReportModule } from '@convener/closing-report';
import { Module } from '@nestjs/common';
import { ClosingReportController } from './closing-report.controller';

@Module({ imports: [ClosingReportModule], controllers: [ClosingReportController] })
export class ClosingReportApiModule {}
