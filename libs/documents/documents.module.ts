import { LettersModule } from '@convener/letters';
import { PersonalColumns } from '@convener/registers';
import { CrewDocuments, DocumentKinds, placeOf, ReportsModule } from '@convener/reports';
import { runSheetOf } from '@convener/run-sheet';
import { TemplatesLibrary } from '@convener/templates';
import { Module, type OnModuleInit } from '@nestjs/common';
import { budgetDocuments } from './budget';
import { CHECKLIST_DOCUMENTS } from './checklists';
import { expensesDocuments } from './expenses';
import { ISSUE_DOCUMENTS } from './issues';
import { PERFORMANCE_DOCUMENTS } from './performance';
import { PROGRESS_DOCUMENTS } from './progress';
import { publicityDocuments } from './publicity-spending';
import { QUALITY_DOCUMENTS } from './quality';
import { scheduleDocuments } from './schedule';
import { SPONSORSHIP_DOCUMENTS } from './sponsorship';
import { STAFFING_DOCUMENTS } from './staffing';
import { ARRIVALS } from './arrivals';
import { LetterDocuments } from './letters';
import { PASSES } from './passes';
import { RECEIPTS } from './receipts';
import { runningOrder } from './run-sheet-tables';
import { SIGN_IN_SHEET } from './sign-in-sheet';
import { workHandbook } from './work-handbook';
import { WORK_TABLES } from './work-tables';

/** What documents say. */
@Module({ imports: [ReportsModule, LettersModule], providers: [LetterDocuments] })
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly templates: TemplatesLibrary,
    private readonly letters: LetterDocuments,
    private readonly columns: PersonalColumns,
    private readonly crew: CrewDocuments,
  ) {}

  onModuleInit(): void {
    const { workflows } = this.templates;
    this.kinds.add(...WORK_TABLES);
    this.kinds.add(...scheduleDocuments(workflows));
    this.kinds.add(...PROGRESS_DOCUMENTS);
    this.kinds.add(...QUALITY_DOCUMENTS);
    this.kinds.add(...PERFORMANCE_DOCUMENTS);
    this.kinds.add(...budgetDocuments(workflows));
    this.kinds.add(...expensesDocuments(workflows));
    this.kinds.add(...publicityDocuments(workflows));
    this.kinds.add(...SPONSORSHIP_DOCUMENTS);
    this.kinds.add(...CHECKLIST_DOCUMENTS);
    this.kinds.add(...STAFFING_DOCUMENTS);
    this.kinds.add(...ISSUE_DOCUMENTS);
    this.kinds.add(SIGN_IN_SHEET, PASSES, ARRIVALS, runningOrder(runSheetOf), workHandbook(runSheetOf));
    this.kinds.add(RECEIPTS, ...this.letters.kinds());
    this.columns.whenNew((em, { projectId, registerId, keys }) =>
      this.crew.close(
        em,
        projectId,
        keys.map((key) => placeOf(registerId, key)),
      ),
    );
  }
}
