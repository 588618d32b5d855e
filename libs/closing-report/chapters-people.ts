import { amount, moneyCell, percentCell, percentOf, sumOf } from '@convener/documents';
import type { Block, Cell } from '@convener/papers';
import type { About } from '@convener/reports';
import type { ReportBook } from './report-book';
import { column, lacksCheckIn, lacksList, missing, type Said, unknown, yesCell } from './words';

export function sponsorsChapter({ registers }: ReportBook, about: About): Block[] {
  const { say } = about;
  const sponsors = registers.rows('sponsors');
  const benefits = registers.rows('sponsorBenefits');
  return [
    ...lacksList(about, registers, 'sponsors'),
    {
      type: 'table',
      caption: say('贊助商', 'Sponsors'),
      columns: [
        column(about, 'text', ['贊助商', 'Sponsor'], 2),
        column(about, 'name', ['等級', 'Tier']),
        column(about, 'money', ['金額', 'Amount']),
        column(about, 'name', ['合約', 'Contract']),
        column(about, 'name', ['收款', 'Collected']),
        column(about, 'text', ['權益項目', 'Benefits'], 2),
      ],
      rows: sponsors.map((row) => ({
        cells: [
          ...[row.text('sponsor'), row.text('tier'), moneyCell(row.money('amount')), row.text('contract')],
          ...[yesCell(about, row.yes('collected')), row.text('benefits')],
        ],
      })),
      ...(sponsors.length > 0 && {
        totals: [
          ...[
            say('合計', 'Total'),
            null,
            moneyCell(sumOf(sponsors.map((row) => row.money('amount')))),
            null,
            null,
            null,
          ],
        ],
      }),
      empty: say('沒有贊助商。', 'There are no sponsors.'),
    },
    ...(sponsors.length > 0 ? lacksList(about, registers, 'sponsorBenefits') : []),
    {
      type: 'table',
      caption: say('權益履行', 'Benefits given'),
      columns: [
        column(about, 'text', ['贊助商', 'Sponsor']),
        column(about, 'text', ['權益回饋項目', 'Benefit'], 2),
        column(about, 'name', ['已履行', 'Fulfilled']),
        column(about, 'day', ['履行日', 'On']),
        column(about, 'text', ['佐證', 'Proof'], 2),
      ],
      rows: benefits.map((row) => ({
        cells: [
          ...[row.text('sponsor'), row.text('benefit'), yesCell(about, row.yes('fulfilled'))],
          ...[row.day('fulfilledOn'), row.text('proof')],
        ],
      })),
      empty: say('沒有登記權益履行。', 'No benefits are on record.'),
    },
  ];
}

const CONTRACT_STATES: Readonly<Record<string, Said>> = {
  drafted: ['草擬', 'Drafted'],
  sent: ['已送出', 'Sent'],
  signed: ['已簽訂', 'Signed'],
  ended: ['已終止', 'Ended'],
  dropped: ['已放棄', 'Dropped'],
};

export function vendorsChapter({ registers, contracts }: ReportBook, about: About): Block[] {
  const { say } = about;
  return [
    ...lacksList(about, registers, 'vendors'),
    {
      type: 'table',
      caption: say('外包廠商', 'Vendors'),
      columns: [
        column(about, 'text', ['外包廠商', 'Vendor'], 2),
        column(about, 'text', ['工作項目', 'Work'], 2),
        column(about, 'code', ['統一編號', 'Tax ID']),
        column(about, 'money', ['金額', 'Amount']),
      ],
      rows: registers.rows('vendors').map((row) => ({
        cells: [row.text('vendor'), row.text('work'), row.text('taxId'), moneyCell(row.money('amount'))],
      })),
      empty: say('外包廠商名冊還沒有資料。', 'The list of vendors has no rows.'),
    },
    {
      type: 'table',
      caption: say('合約', 'Contracts'),
      columns: [
        column(about, 'text', ['對象', 'With'], 2),
        column(about, 'text', ['交付項目', 'Deliverable'], 2),
        column(about, 'money', ['金額', 'Amount']),
        column(about, 'name', ['狀態', 'State']),
        column(about, 'day', ['簽訂日', 'Signed on']),
        column(about, 'day', ['到期日', 'Ends on']),
      ],
      rows: contracts.map((contract) => ({
        cells: [
          ...[contract.party, about.name(contract), moneyCell(contract.amount, undefined, contract.currency)],
          ...[say(...CONTRACT_STATES[contract.state]!), contract.signedOn, contract.endsOn],
        ],
      })),
      empty: say('沒有合約。', 'There are no contracts.'),
    },
  ];
}

export function registrationsChapter({ registrations }: ReportBook, about: About): Block[] {
  const { say, project } = about;
  if (registrations.length === 0)
    return [
      missing(
        about,
        ['專案還沒有「報名資料表」。', 'The project has no list “Registrations” yet.'],
        ['在「清單」新增，並填入或匯入報名資料。', 'Add it among the lists, and fill it in or import it.'],
        `/projects/${project.id}/registers`,
      ),
    ];
  return registrations.flatMap((list): Block[] => {
    const { opened, counts, taken } = list;
    const sum = (key: 'expected' | 'arrived') => counts.reduce((all, one) => all + one[key], 0);
    const cells = (label: string | null, expected: number, arrived: number): Cell[] =>
      opened
        ? [label, expected, arrived, expected - arrived, percentCell(percentOf(arrived, expected))]
        : [label, expected, unknown(about), unknown(about), null];
    return [
      ...lacksCheckIn(about, [list]),
      {
        type: 'table',
        caption: about.name(list),
        columns: [
          column(about, 'text', ['類別', 'Kind'], 2),
          column(about, 'number', ['報名', 'Registered']),
          column(about, 'number', ['報到', 'Arrived']),
          column(about, 'number', ['未到', 'Absent']),
          column(about, 'number', ['報到率', 'Rate']),
        ],
        rows: counts.map(({ label, expected, arrived }) => ({
          cells: cells(label ?? say('未填類別', 'No kind given'), expected, arrived),
        })),
        ...(counts.length > 0 && { totals: cells(say('合計', 'Total'), sum('expected'), sum('arrived')) }),
        empty: say('還沒有報名資料。', 'There are no registrations yet.'),
      },
      ...(taken > 0
        ? [{ type: 'facts' as const, rows: [{ label: say('報到台收費', 'Taken at the desks'), value: amount(taken) }] }]
        : []),
    ];
  });
}
