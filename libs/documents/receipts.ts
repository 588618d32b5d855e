import { dayAt } from '@convener/kernel';
import type { Block, Card } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import { amountInWords } from './amount-in-words.rules';
import { choice, listChoice, listHref, NO_LIST, noList, value } from './guest-choices';
import { type Guest, type GuestList, readGuestList, readPeopleLists } from './guest-list';
import { amount } from './money';

/** What somebody has paid. */
export interface PaidFee {
  /** Null where the list has none yet. */
  receipt: string | null;
  hundredths: number;
  payer: string;
  organisation: string | null;
  taxId: string | null;
  /** Null where only the list says that it is paid, which does not know when. */
  day: string | null;
}

/** Two on a page of A4, in millimetres. */
const HALF_PAGE = { width: 190, height: 140, sheet: 'A4' } as const;

/** 活動繳費證明. */
export const RECEIPTS: DocumentKind = {
  key: 'receipts',
  group: 'finance',
  name: { zh: '活動繳費證明', en: 'Payment receipts' },
  says: {
    zh: '每筆已繳費用一張證明（不是統一發票），每頁兩張。',
    en: 'A proof of payment for every fee that was paid, two on a page. It is no government uniform invoice.',
  },
  formats: ['pdf', 'docx'],
  audience: 'leads',
  async choices(em, project, actor) {
    const lists = await readPeopleLists(em, { project, actor });
    const withFees = lists.filter(({ columns }) => columns.some(({ type }) => type === 'money'));
    return [
      listChoice(withFees),
      choice('paid', '繳費', 'Paid', [
        value('all', '全部已繳費', 'All that is paid'),
        value('desk', '現場收費', 'At the desks'),
        value('list', '名單註明已繳', 'As the list says'),
      ]),
    ];
  },
  async write(em, about) {
    const { register = NO_LIST } = about.chosen;
    const list = register === NO_LIST ? null : await readGuestList(em, about, register);
    return { blocks: list ? receiptBlocks(list, about) : [noList(about)] };
  },
};

/** What the desks took, then what the list alone says is paid, each in the list's order. */
export function paidFees({ guests }: GuestList, which: string | undefined, zone: string): PaidFee[] {
  const desk = guests.flatMap((guest) =>
    guest.payments.map(({ receipt, hundredths, at }) => ({
      ...payerOf(guest),
      ...{ receipt, hundredths, day: dayAt(at, zone) },
    })),
  );
  const listed = guests
    .filter(({ paid, payments, fee }) => paid === true && payments.length === 0 && fee !== null && fee > 0)
    .map((guest) => ({
      ...payerOf(guest),
      ...{ receipt: guest.receipt, hundredths: Math.round(guest.fee! * 100), day: null },
    }));
  return [...(which === 'list' ? [] : desk), ...(which === 'desk' ? [] : listed)];
}

function payerOf({ name, organisation, row }: Guest): Pick<PaidFee, 'payer' | 'organisation' | 'taxId'> {
  return { payer: row.text('receiptTitle') ?? (name || organisation || ''), organisation, taxId: row.text('taxId') };
}

export function receiptBlocks(list: GuestList, about: About): Block[] {
  const { say, chosen, project } = about;
  const paid = paidFees(list, chosen.paid, project.zone);
  if (paid.length === 0)
    return [
      {
        type: 'missing',
        what: say('沒有已繳費的紀錄。', 'Nobody is known to have paid.'),
        where: say('在名單的「繳費」欄註明，或在報到台收費。', 'Tick “Paid” in the list, or take fees at the desk.'),
        href: listHref(about, list),
      },
    ];
  const unnumbered = paid.filter(({ receipt }) => receipt === null).length;
  return [
    ...(unnumbered > 0 ? [numberless(unnumbered, list, about)] : []),
    { type: 'cards', ...HALF_PAGE, items: paid.map((fee) => receiptCard(fee, about)) },
  ];
}

function receiptCard({ receipt, hundredths, payer, organisation, taxId, day }: PaidFee, about: About): Card {
  const { say, project } = about;
  const colon = say('：', ': ');
  const line = (label: string, words: string | null) =>
    words === null || words === '' ? [] : [{ text: `${label}${colon}${words}`, size: 14 }];
  return {
    align: 'start',
    lines: [
      { text: say('活動繳費證明', 'Proof of payment'), size: 26, bold: true },
      { text: ' ', size: 8 },
      ...line(say('收據號碼', 'Receipt number'), receipt ?? say('（未編號）', '(not numbered)')),
      ...line(say('繳費人', 'Received from'), payer),
      ...(organisation === payer ? [] : line(say('單位', 'Organisation'), organisation)),
      ...line(say('統一編號', 'Tax ID'), taxId),
      { text: `${say('金額', 'Amount')}${colon}${amount(hundredths)}`, size: 17, bold: true },
      ...(about.language === 'zh-TW' ? line('大寫金額', `新臺幣${amountInWords(hundredths)}`) : []),
      ...line(say('活動', 'Event'), project.name),
      ...line(say('繳費日期', 'Paid on'), day),
      ...line(say('主辦單位', 'Organised for'), project.client),
      { text: `${say('經手人', 'Received by')}${colon}＿＿＿＿＿＿＿＿＿＿`, size: 14 },
      { text: ' ', size: 8 },
      {
        text: say(
          '本證明僅供證明繳費，不是統一發票，不得作為稅捐扣抵憑證。',
          'This proves the payment alone. It is no government uniform invoice, and can’t be used to deduct tax.',
        ),
        ...{ size: 10, tone: 'quiet' },
      },
    ],
  };
}

const numberless = (count: number, list: GuestList, about: About): Block => ({
  type: 'missing',
  what: about.say(`${count} 筆已繳費沒有收據號碼。`, `${count} payments have no receipt number.`),
  where: about.say('在名單的「收據號碼」欄填寫。', 'Fill in the column “Receipt number” of the list.'),
  href: listHref(about, list),
});
