import { AccessModule } from '@convener/access';
import { DocumentKinds, ReportsModule } from '@convener/reports';
import { StandardsLibrary } from '@convener/standards';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportChapter } from './chapter.entity';
import { ClosingReportQueries } from './closing-report.queries';
import { ClosingReportService } from './closing-report.service';
import { closingReport, standardNames } from './report-document';

const OFFERED = [ClosingReportQueries, ClosingReportService];

/** The closing report (結案報告): chapters from the project's data, and what people make of them. */
@Module({
  imports: [TypeOrmModule.forFeature([ReportChapter]), AccessModule, ReportsModule],
  providers: OFFERED,
  exports: OFFERED,
})
export class ClosingReportModule implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly standards: StandardsLibrary,
  ) {}

  onModuleInit(): void {
    this.kinds.add(closingReport(standardNames(this.standards)));
  }
}
