import { groupBy } from '@convener/kernel';
import type { Block, Cell, TableColumn, TableRow } from '@convener/papers';
import { Register } from '@convener/registers';
import { readAll } from '@convener/platform';
import { can } from '@convener/access';
import type { About, DocumentKind } from '@convener/reports';
import { ALL, choice, kindChoice, kindName, listChoice, NO_LIST, noList, ofKind, value } from './guest-choices';
import { type GuestList, readGuestList, readPeopleLists } from './guest-list';
import { type BookedList, readRegisterBook } from './register-book';
import { projectFacts } from './words';

/** Somebody who is to sign. */
export interface Signer {
  /** The heading under which they stand: their kind, or their place and shift. */
  group: string;
  number: string | null;
  name: string;
  organisation: string | null;
  kind: string;
}

/** 簽到表: of guests, or of whoever works on site. */
export const SIGN_IN_SHEET: DocumentKind = {
  key: 'sign-in-sheet',
  group: 'on-site',
  name: { zh: '簽到表', en: 'Sign-in sheet' },
  says: {
    zh: '名單上的每個人一列，留簽名欄；可以分身分分頁，另加空白列。',
    en: 'A row for everybody on a list, with room to sign; by kind where wanted, and with blank rows.',
  },
  formats: ['pdf', 'docx', 'xlsx'],
  audience: 'leads',
  async choices(em, project, actor) {
    const lists = await readPeopleLists(em, { project, actor });
    const staffing = await readAll(em, Register, STAFFING, [project.id]);
    const readable = staffing.filter((register) => can(actor, 'registers.read', register));
    return [
      listChoice([...lists, ...readable]),
      kindChoice(lists),
      choice('order', '排序', 'Order', [
        value('number', '依編號', 'By number'),
        value('stroke', '依姓名筆畫', 'By name'),
        value('list', '依名單順序', 'As the list has it'),
      ]),
      choice('pages', '分頁', 'Pages', [
        value('together', '不分組', 'All together'),
        value('groups', '每組一頁', 'Each kind on pages of its own'),
      ]),
      choice('blank', '空白列', 'Blank rows', [
        value('0', '不加', 'None'),
        value('10', '10 列', '10 rows'),
        value('20', '20 列', '20 rows'),
      ]),
    ];
  },
  async write(em, about) {
    const { register = NO_LIST, kind } = about.chosen;
    const [staffing] = await staffed(em, about, register);
    if (staffing) return { blocks: signInBlocks(staffSigners(staffing), staffing.register, about) };
    const list = register === NO_LIST ? null : await readGuestList(em, about, register);
    if (!list) return { blocks: [noList(about), ...signInBlocks([], null, about)] };
    return { blocks: signInBlocks(guestSigners(list, kind, about), list.register, about) };
  },
};

async function staffed(em: Parameters<DocumentKind['write']>[0], about: About, id: string): Promise<BookedList[]> {
  const book = await readRegisterBook(em, about, ['staffing']);
  return book.lists('staffing').filter(({ register }) => register.id === id);
}

export function guestSigners(list: GuestList, kind: string | undefined, about: Pick<About, 'say'>): Signer[] {
  return ofKind(list, kind ?? ALL).map((guest) => {
    const own = kindName(list, guest.kind, about);
    return { group: own, number: guest.number, name: guest.name, organisation: guest.organisation, kind: own };
  });
}

/** Whoever is named in the list of staffing, by place and shift; several names stand in one cell. */
export function staffSigners({ rows }: Pick<BookedList, 'rows'>): Signer[] {
  return rows.flatMap((row) => {
    const group = [row.text('place'), row.text('shift')].filter(Boolean).join('　');
    const people = [row.text('lead'), ...namesIn(row.text('people'))].filter((name) => name !== null);
    return [...new Set(people)].map((name) => ({
      ...{ group, number: null, name, organisation: row.text('place'), kind: row.text('work') ?? '' },
    }));
  });
}

export const namesIn = (text: string | null): string[] =>
  (text ?? '')
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** Strokes for Chinese names, the alphabet for the others; numbers as people count. */
const STROKES = new Intl.Collator('zh-TW-u-co-stroke', { numeric: true });

export function ordered(signers: readonly Signer[], order: string | undefined): Signer[] {
  if (order === 'stroke') return [...signers].sort((a, b) => STROKES.compare(a.name, b.name));
  if (order === 'list') return [...signers];
  // Whoever has no number comes last, in the list's order.
  return [...signers].sort((a, b) => {
    if (a.number === null || b.number === null) return Number(a.number === null) - Number(b.number === null);
    return STROKES.compare(a.number, b.number);
  });
}

export function signInBlocks(signers: readonly Signer[], register: Register | null, about: About): Block[] {
  const { say, chosen } = about;
  const sorted = ordered(signers, chosen.order);
  const blank = Number(chosen.blank ?? 0);
  const head: Block[] = [listFacts(register, signers.length, about)];
  if (chosen.pages !== 'groups') return [...head, table(sorted, blank, about)];
  const groups = [...groupBy(sorted, ({ group }) => group)];
  if (groups.length === 0) return [...head, table([], blank, about)];
  return groups.flatMap(([group, own], at): Block[] => [
    ...(at === 0 ? head : [{ type: 'break' } as const]),
    { type: 'heading', level: 2, text: group || say('未分組', 'Others') },
    table(own, at === groups.length - 1 ? blank : 0, about),
  ]);
}

function listFacts(register: Register | null, count: number, about: About): Block {
  const { say, name } = about;
  return {
    type: 'facts',
    rows: [
      ...projectFacts(about).rows,
      ...(register ? [{ label: say('名單', 'List'), value: name(register) }] : []),
      { label: say('人數', 'People'), value: String(count) },
    ],
  };
}

function table(signers: readonly Signer[], blank: number, { say }: About): Block {
  const numbered = signers.some(({ number }) => number !== null);
  const columns: TableColumn[] = [
    { label: numbered ? say('編號', 'Number') : say('序號', 'No.'), kind: 'code' },
    { label: say('姓名', 'Name'), kind: 'name' },
    { label: say('單位', 'Organisation'), kind: 'text', weight: 2 },
    { label: say('身分／工作', 'Kind or work'), kind: 'text' },
    { label: say('簽名', 'Signature'), kind: 'text', weight: 1.5, byHand: true },
    { label: say('備註', 'Remarks'), kind: 'text', weight: 0.8, byHand: true },
  ];
  const rows = signers.map(({ number, name, organisation, kind }, at): TableRow => {
    const cells: Cell[] = [numbered ? number : String(at + 1), name, organisation, kind, null, null];
    return { cells };
  });
  const empties = Array.from({ length: blank }, (): TableRow => ({ cells: [null, null, null, null, null, null] }));
  const empty = say('名單上還沒有人。', 'There is nobody on the list yet.');
  return { type: 'table', columns, rows: [...rows, ...empties], empty, tall: true };
}

const STAFFING = `WHERE t.project_id = ? AND t.preset_key = 'staffing' ORDER BY t.added_at, t.id`;
