import type { Bilingual } from '@convener/kernel';
import type { Block } from '@convener/papers';
import type { About } from '@convener/reports';
import { budgetChapter, targetsChapter } from './chapters-money';
import { registrationsChapter, sponsorsChapter, vendorsChapter } from './chapters-people';
import { changesChapter, performanceChapter } from './chapters-plan';
import { improvementsChapter, incidentsChapter, waiversChapter } from './chapters-review';
import { sharingChapter, statementChapter } from './chapters-subsidy';
import { surveysChapter } from './chapters-surveys';
import { deliverablesChapter, factsChapter, indicatorsChapter } from './chapters-work';
import type { ReportBook } from './report-book';

export const REPORT_VARIANTS = ['general', 'subsidy'] as const;
export type ReportVariant = (typeof REPORT_VARIANTS)[number];

/** A chapter that the project's data make. */
export interface DataChapter {
  key: string;
  name: Bilingual;
  /** Only in reports of subsidised events (補助案). */
  subsidyOnly: boolean;
  write(book: ReportBook, about: About): Block[];
}

const chapter = (
  key: string,
  zh: string,
  en: string,
  write: DataChapter['write'],
  subsidyOnly = false,
): DataChapter => ({
  ...{ key, name: { zh, en }, subsidyOnly, write },
});

/** In the order in which a report begins. */
export const CATALOGUE: readonly DataChapter[] = [
  chapter('facts', '專案概況', 'The project', factsChapter),
  chapter('targets', '目標與成果', 'Targets and results', targetsChapter),
  chapter('deliverables', '各階段成果與佐證', 'Deliverables and evidence by stage', deliverablesChapter),
  chapter('indicators', '行為指標達成情形', 'Indicators', indicatorsChapter),
  chapter('changes', '計畫變更', 'Changes of plan', changesChapter),
  chapter('performance', '工作小組績效', 'Performance by sub-team', performanceChapter),
  chapter('sponsors', '贊助與權益履行', 'Sponsors and benefits', sponsorsChapter),
  chapter('vendors', '外包廠商與合約', 'Vendors and contracts', vendorsChapter),
  chapter('budget', '預算執行情形', 'Budget and expenses', budgetChapter),
  chapter('statement', '收支報告表', 'Income and expense statement', statementChapter, true),
  chapter('sharing', '經費分攤表', 'Cost-sharing table', sharingChapter, true),
  chapter('registrations', '報名與報到', 'Registrations and arrivals', registrationsChapter),
  chapter('incidents', '問題處理與檢討', 'Incidents and what was learnt', incidentsChapter),
  chapter('surveys', '滿意度調查', 'Satisfaction surveys', surveysChapter),
  chapter('improvements', '改善建議', 'Proposals for improvement', improvementsChapter),
  chapter('waivers', '結案與未竟事項', 'Closing and what was waived', waiversChapter),
];

export const dataChapter = (key: string): DataChapter | null => CATALOGUE.find((one) => one.key === key) ?? null;
