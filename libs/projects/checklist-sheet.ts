import type { Bilingual } from '@convener/kernel';
import type { Stage } from '@convener/templates';
import type { WaitingKind, WorkItemStatus } from './transitions';
import type { WorkItemRow } from './views';

/** A cell: text, a number, or a day (UTC midnight, which is how spreadsheets hold days). */
export type SheetCell = string | number | Date | null;

export interface SheetColumn {
  title: string;
  /** In letters of the narrow kind. */
  width: number;
  cell: (row: WorkItemRow) => SheetCell;
}

type Language = 'zh-TW' | 'en';

/** The words of the screens: the spec beside this holds them against the web's catalogues. */
const STAGE: Record<Stage, Bilingual> = {
  proposal: { zh: '提案', en: 'Proposal' },
  preparation: { zh: '籌備', en: 'Preparation' },
  before: { zh: '會前', en: 'Run-up' },
  during: { zh: '會中', en: 'On site' },
  after: { zh: '會後', en: 'Follow-up' },
  closing: { zh: '結案', en: 'Closing' },
};
const STATUS: Record<WorkItemStatus, Bilingual> = {
  'to-do': { zh: '待辦', en: 'To do' },
  doing: { zh: '進行中', en: 'Doing' },
  waiting: { zh: '等待中', en: 'Waiting' },
  done: { zh: '完成', en: 'Done' },
  'not-applicable': { zh: '不適用', en: 'Not applicable' },
};
const WAITING: Record<WaitingKind, Bilingual> = {
  client: { zh: '客戶', en: 'Client' },
  vendor: { zh: '廠商', en: 'Vendor' },
  authority: { zh: '主管機關', en: 'Authority' },
  other: { zh: '其他', en: 'Somebody else' },
};

const dateOf = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** What somebody waits for, with whom it lies in front. */
function waitingText({ waitingKind, waitingFor }: WorkItemRow, said: (text: Bilingual) => string): string | null {
  const kind = waitingKind && said(WAITING[waitingKind]);
  return [kind, waitingFor].filter(Boolean).join(': ') || null;
}

/** The columns of a checklist that is taken away as a spreadsheet, in one language. */
export function sheetColumns(language: Language, standardName: (slug: string) => string | null): SheetColumn[] {
  const said = ({ zh, en }: Bilingual) => (language === 'en' ? en : zh);
  const named = (name: string, nameEn: string | null) => (language === 'en' && nameEn ? nameEn : name);
  const column = (zh: string, en: string, width: number, cell: SheetColumn['cell']): SheetColumn => ({
    title: said({ zh, en }),
    width,
    cell,
  });
  const standard = ({ standard: slug }: WorkItemRow) => slug && (standardName(slug) ?? slug);
  return [
    column('編號', 'Code', 10, ({ code }) => code),
    column('名稱', 'Title', 40, ({ title, titleEn }) => named(title, titleEn)),
    column('階段', 'Stage', 12, ({ stage }) => said(STAGE[stage])),
    column('工作小組', 'Sub-team', 16, ({ team }) => team && named(team.name, team.nameEn)),
    column('負責人', 'Assignee', 16, ({ assignee }) => assignee?.name ?? null),
    column('狀態', 'Status', 14, ({ status }) => said(STATUS[status])),
    column('開始日', 'Start', 12, ({ startDay }) => dateOf(startDay)),
    column('期限', 'Due', 12, ({ dueDay }) => dateOf(dueDay)),
    column('已完成交付項目', 'Deliverables done', 16, ({ deliverables }) => deliverables.settled),
    column('全部交付項目', 'All deliverables', 16, ({ deliverables }) => deliverables.total),
    column('已判定驗收要點', 'Checks done', 16, ({ checks }) => checks.decided),
    column('全部驗收要點', 'All checks', 14, ({ checks }) => checks.total),
    column('等待', 'Waiting for', 30, (row) => waitingText(row, said)),
    column('職能基準', 'Standard', 30, standard),
  ];
}
