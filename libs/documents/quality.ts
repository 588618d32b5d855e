import { type Block, type Facts, type Table, withoutBlank } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { factsWith, heading } from './blocks';
import { peopleNames } from './people-names';
import { type Quality, qualityOf, qualityRows } from './quality.rules';
import { readWorkBook } from './work-book';
import { applicable, byStage } from './work-groups';
import { APPROVED, CHECKED, PREPARED, signedBy } from './work-words';

/** Whether what was made is as it should be. */
export const QUALITY_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'quality-control',
    group: 'control',
    name: { zh: '專案管理時程及品質管控表', en: 'Schedule and quality control' },
    says: {
      zh: '每項工作的時程、產出的驗收情形與驗收要點的確認情形。',
      en: 'Each piece of work with its days, how far its deliverables are accepted, and what its checks say.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await qualityBlocks(em, about) }),
  },
];

async function qualityBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { say } = about;
  const work = applicable((await readWorkBook(em, about)).work);
  const nameOf = await peopleNames(
    em,
    work.flatMap(({ deliverables, checks }) => [
      ...deliverables.map(({ settledBy }) => settledBy),
      ...checks.map(({ decidedBy }) => decidedBy),
    ]),
  );
  const empty = say('還沒有工作項目。', 'There is no work yet.');
  const stages = byStage(work, about);
  const table = (of: typeof work) =>
    withoutBlank(
      { type: 'table', columns: columns(about), rows: qualityRows(about, of, nameOf), empty },
      ({ kind }) => kind === 'text',
    );
  return [
    summary(about, qualityOf(work)),
    ...(stages.length === 0 ? [table([])] : []),
    ...stages.flatMap(({ name, work: own }): Block[] => [heading(about, name, name), table(own)]),
    signedBy(about, PREPARED, CHECKED, APPROVED),
  ];
}

const columns = ({ say }: About): Table['columns'] => [
  { label: say('種類', 'Kind'), kind: 'name' },
  { label: say('代碼', 'Code'), kind: 'code' },
  { label: say('內容', 'What'), kind: 'text', weight: 3 },
  { label: say('期限', 'Due'), kind: 'day' },
  { label: say('狀態', 'Status'), kind: 'name' },
  { label: say('確認人', 'Decided by'), kind: 'name' },
  { label: say('確認日', 'On'), kind: 'day' },
  { label: say('退回、免交或不適用的原因', 'Why returned, waived or not applicable'), kind: 'text', weight: 2 },
];

function summary(about: About, { deliverables, checks }: Quality): Facts {
  const { say } = about;
  const { total, accepted, submitted, returned, open, waived } = deliverables;
  const output = say(
    `共 ${total} 項：已驗收或交付 ${accepted}、待驗收 ${submitted}、退回 ${returned}、未交付 ${open}、免交 ${waived}`,
    `${total}: ${accepted} accepted or delivered, ${submitted} submitted, ${returned} returned, ${open} open, ${waived} waived`,
  );
  const check = say(
    `共 ${checks.total} 項：已確認 ${checks.ticked}、不適用 ${checks.notApplicable}、未確認 ${checks.open}`,
    `${checks.total}: ${checks.ticked} ticked, ${checks.notApplicable} not applicable, ${checks.open} open`,
  );
  return factsWith(
    about,
    { zh: '產出', en: 'Deliverables', value: output },
    { zh: '驗收要點', en: 'Checks', value: check },
  );
}
