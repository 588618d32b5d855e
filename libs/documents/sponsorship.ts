import type { Block, Cell, Table, TableRow } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { heading, lacking } from './blocks';
import { moneyCell } from './money';
import { readRegisterBook, type RegisterBook } from './register-book';
import { byTier, IN_KIND, type Sponsor, sponsorsOf, tierSum } from './sponsorship.rules';
import { APPROVED, CHECKED, PREPARED, signedBy } from './work-words';
import { projectFacts } from './words';

const SPONSORS = ['贊助名冊', 'Sponsors'] as const;
const BENEFITS = ['贊助權益履行表', 'Benefits of sponsors'] as const;

/** Who gives what, and gets what for it. */
export const SPONSORSHIP_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'sponsorship',
    group: 'finance',
    name: { zh: '贊助資源統計表', en: 'Sponsorship' },
    says: {
      zh: '各等級贊助商的金額與實物、合約與收款情形，以及權益履行進度。',
      en: 'Sponsors by tier with money and goods, contracts and payments, and how many of their benefits are fulfilled.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await sponsorshipBlocks(em, about) }),
  },
];

async function sponsorshipBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const book = await readRegisterBook(em, about, ['sponsors', 'sponsorBenefits']);
  const keys = inKindKeys(book);
  const sponsors = sponsorsOf(book.rows('sponsors'), book.rows('sponsorBenefits'), keys);
  const tiers = byTier(sponsors, tierNames(book, about));
  return [
    projectFacts(about),
    ...lacking(about, book, 'sponsors', SPONSORS, { key: 'amount', name: ['贊助金額', 'Amount'] }),
    ...(sponsors.length > 0 ? lacking(about, book, 'sponsorBenefits', BENEFITS) : []),
    ...noGoods(about, book, keys),
    heading(about, '各等級統計', 'By tier'),
    totals(about, tiers, sponsors),
    heading(about, '贊助商', 'Sponsors'),
    sponsorTable(about, tiers, keys.length > 0),
    heading(about, '尚未履行的權益', 'Benefits still owed'),
    owed(about, sponsors),
    signedBy(about, PREPARED, CHECKED, APPROVED),
  ];
}

const inKindKeys = (book: RegisterBook) => [
  ...new Set(
    book
      .lists('sponsors')
      .flatMap(({ columns }) => columns)
      .filter(({ key, name, nameEn }) => [key, name, nameEn].some((word) => IN_KIND.test(word)))
      .map(({ key }) => key),
  ),
];

const tierNames = (book: RegisterBook, { say }: About) => [
  ...new Set(
    book
      .lists('sponsors')
      .flatMap(({ columns }) => columns.filter(({ key }) => key === 'tier'))
      .flatMap(({ choices }) => choices.map(({ name, nameEn }) => say(name, nameEn))),
  ),
];

/** A remark: most sponsors give money alone, and then nothing is missing. */
function noGoods({ say }: About, book: RegisterBook, keys: readonly string[]): Block[] {
  const [list] = book.lists('sponsors');
  if (!list || keys.length > 0) return [];
  return [
    {
      type: 'text',
      tone: 'note',
      text: say('本表統計贊助金額，不含實物贊助。', 'Money alone is counted here, no goods.'),
    },
  ];
}

type Tiers = ReturnType<typeof byTier>;

const tierName = ({ say }: About, tier: string | null) => tier ?? say('未分等級', 'No tier');

function totals(about: About, tiers: Tiers, all: readonly Sponsor[]): Table {
  const { say } = about;
  const cells = (own: readonly Sponsor[]): Cell[] => {
    const { sponsors, amount, collected, fulfilled, promised } = tierSum(own);
    return [sponsors, moneyCell(amount), moneyCell(collected), promised === 0 ? null : `${fulfilled} / ${promised}`];
  };
  return {
    type: 'table',
    columns: [
      { label: say('贊助等級', 'Tier'), kind: 'text' },
      { label: say('家數', 'Sponsors'), kind: 'number' },
      { label: say('贊助金額', 'Amount'), kind: 'money' },
      { label: say('已收款', 'Collected'), kind: 'money' },
      { label: say('權益已履行', 'Benefits fulfilled'), kind: 'code' },
    ],
    rows: tiers.map(({ tier, own }) => ({ cells: [tierName(about, tier), ...cells(own)] })),
    ...(all.length > 0 && { totals: [say('合計', 'Total'), ...cells(all)] }),
    empty: say('還沒有贊助商。', 'There are no sponsors yet.'),
  };
}

function sponsorTable(about: About, tiers: Tiers, goods: boolean): Table {
  const { say } = about;
  const collected = (yes: boolean | null): Cell => {
    if (yes === null) return null;
    return yes ? { value: say('已收', 'Yes'), tone: 'good' } : { value: say('未收', 'No'), tone: 'warn' };
  };
  const rows = tiers.flatMap(({ tier, own }): TableRow[] => [
    { group: tierName(about, tier) },
    ...own.map((one) => {
      const { fulfilled, promised } = tierSum([one]);
      return {
        cells: [
          ...[one.name, moneyCell(one.amount), ...(goods ? [one.inKind] : []), one.contract, collected(one.collected)],
          ...[one.benefits, promised === 0 ? null : `${fulfilled} / ${promised}`],
        ],
      };
    }),
  ]);
  return {
    type: 'table',
    columns: [
      { label: say('贊助商', 'Sponsor'), kind: 'text', weight: 2 },
      { label: say('贊助金額', 'Amount'), kind: 'money' },
      ...(goods ? [{ label: say('實物', 'In kind'), kind: 'text' as const }] : []),
      { label: say('合約', 'Contract'), kind: 'name' },
      { label: say('收款', 'Collected'), kind: 'name' },
      { label: say('權益項目', 'Benefits'), kind: 'text', weight: 3 },
      { label: say('已履行', 'Fulfilled'), kind: 'code' },
    ],
    rows,
    empty: say('還沒有贊助商。', 'There are no sponsors yet.'),
  };
}

/** The earliest due first; those without a day last. */
function owed({ say, today }: About, sponsors: readonly Sponsor[]): Table {
  const open = sponsors
    .flatMap(({ name, promised }) => promised.filter(({ fulfilled }) => !fulfilled).map((one) => ({ name, ...one })))
    .sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : Number((a.due ?? '9999') > (b.due ?? '9999'))));
  return {
    type: 'table',
    columns: [
      { label: say('贊助商', 'Sponsor'), kind: 'text' },
      { label: say('權益項目', 'Benefit'), kind: 'text', weight: 2 },
      { label: say('履行期限', 'Due'), kind: 'day' },
    ],
    rows: open.map(({ name, benefit, due }) => ({
      cells: [name, benefit, { value: due, ...(due !== null && due < today && { tone: 'bad' as const }) }],
    })),
    empty: say('沒有待履行的權益。', 'Nothing is owed.'),
  };
}
