import type { Block, Missing, TableColumn, TableRow } from '@convener/papers';
import type { About } from '@convener/reports';
import type { BookedRow } from './booked-row';
import type { BookedList, RegisterBook } from './register-book';

/** A column of a summary: what it is called, and by which keys lists have it. */
type Shown = readonly [zh: string, en: string, kind: TableColumn['kind'], keys: readonly string[], weight?: number];

interface Summary {
  preset: string;
  zh: string;
  en: string;
  columns: readonly Shown[];
  /** In which order, by these cells; the list's own where it says nothing. */
  by?: readonly string[];
  /** The cell that parts the rows into groups. */
  group?: string;
}

export const STAFFING: Summary = {
  ...{ preset: 'staffing', zh: '人力配置表', en: 'Staffing', by: ['place', 'shift'], group: 'place' },
  columns: [
    ['班別', 'Shift', 'code', ['shift']],
    ['工作內容', 'Work', 'text', ['work'], 2],
    ['應配置', 'Needed', 'number', ['needed']],
    ['已配置', 'Assigned', 'number', ['assigned']],
    ['負責人', 'In charge', 'name', ['lead']],
    ['工作人員', 'Staff', 'text', ['people'], 2],
  ],
};
export const SHUTTLES: Summary = {
  ...{ preset: 'shuttles', zh: '交通車登記與調度表', en: 'Shuttles', by: ['day', 'departure'], group: 'day' },
  columns: [
    ['發車', 'Departure', 'code', ['departure']],
    ['班次', 'Run', 'code', ['run']],
    ['上車地點', 'From', 'text', ['from']],
    ['下車地點', 'To', 'text', ['to']],
    ['人數', 'People', 'number', ['passengers']],
    ['車號', 'Plate', 'code', ['vehicle']],
    ['司機', 'Driver', 'name', ['driver']],
    ['電話', 'Phone', 'code', ['phone']],
  ],
};
export const CATERING: Summary = {
  ...{ preset: 'catering', zh: '餐點配置表', en: 'Catering', by: ['day', 'time'], group: 'day' },
  columns: [
    ['時間', 'Served', 'code', ['time']],
    ['餐別', 'Meal', 'name', ['meal']],
    ['地點', 'Place', 'text', ['place']],
    ['餐點', 'Dishes', 'text', ['dishes'], 2],
    ['人數', 'People', 'number', ['people']],
    ['素食', 'Vegetarians', 'number', ['vegetarian']],
    ['外包商', 'Caterer', 'text', ['caterer']],
  ],
};
export const SUPPLIES: Summary = {
  ...{ preset: 'supplies', zh: '報到處物資清單', en: 'Supplies' },
  columns: [
    ['物資', 'Item', 'text', ['item'], 2],
    ['數量', 'Quantity', 'number', ['quantity']],
    ['位置', 'Place', 'text', ['place']],
    ['負責人', 'In charge', 'name', ['owner']],
    ['已檢查', 'Checked', 'name', ['ready']],
  ],
};

export const lacks = (what: string, where: string, href: string): Missing => ({ type: 'missing', what, where, href });

/** The rows of the ready lists of one kind; that they are missing where there are none. */
export function summary(lists: RegisterBook, shape: Summary, about: About): Block {
  const { say, project } = about;
  const rows = lists.rows(shape.preset);
  const [list] = lists.lists(shape.preset);
  if (rows.length === 0)
    return lacks(
      say(`「${shape.zh}」還沒有資料。`, `“${shape.en}” has no rows yet.`),
      list ? say('在這份清單填寫。', 'Fill in the list.') : say('在「清單」新增。', 'Add it under Lists.'),
      `/projects/${project.id}/registers${list ? `/${list.register.id}` : ''}`,
    );
  return {
    type: 'table',
    columns: shape.columns.map(([zh, en, kind, , weight]) => ({ label: say(zh, en), kind, ...(weight && { weight }) })),
    rows: grouped(rows, shape, about),
    empty: say('沒有資料。', 'No rows.'),
  };
}

function grouped(rows: readonly BookedRow[], { by = [], group, columns }: Summary, { say }: About): TableRow[] {
  const keyOf = (row: BookedRow) => by.map((key) => row.text(key) ?? '').join('\n');
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  let before: string | null = null;
  return sorted.flatMap((row): TableRow[] => {
    const own = group === undefined ? null : (row.text(group) ?? say('未填', 'Not said'));
    const head: TableRow[] = own !== null && own !== before ? [{ group: own }] : [];
    before = own;
    const cells = columns.map(([, , kind, keys]) => {
      const number = kind === 'number' ? row.number(...keys) : null;
      if (number === null) return row.text(...keys);
      // The unit of a list is a Chinese word.
      return { value: number, shown: say(row.text(...keys) ?? String(number), String(number)) };
    });
    return [...head, { cells }];
  });
}

/** How many rooms in which hotel from when until when: a handbook needs no names of guests. */
export function lodging(lists: RegisterBook, about: About): Block {
  const { say, project } = about;
  const rows = lists.rows('lodging');
  const [list] = lists.lists('lodging');
  if (rows.length === 0)
    return lacks(
      say('「住宿登記表」還沒有資料。', '“Lodging” has no rows yet.'),
      say('在「清單」填寫。', 'Fill it in under Lists.'),
      `/projects/${project.id}/registers${list ? `/${list.register.id}` : ''}`,
    );
  const stays = new Map<string, { cells: [string, string, string, number, number] }>();
  for (const row of rows) {
    const [hotel, from, until] = [row.text('hotel') ?? '', row.text('checkIn') ?? '', row.text('checkOut') ?? ''];
    const key = [hotel, from, until].join('\n');
    const { cells } = stays.get(key) ?? { cells: [hotel, from, until, 0, 0] };
    stays.set(key, { cells: [hotel, from, until, cells[3] + (row.number('rooms') ?? 1), cells[4] + 1] });
  }
  return {
    type: 'table',
    columns: [
      { label: say('飯店', 'Hotel'), kind: 'text' },
      { label: say('入住', 'Check-in'), kind: 'day' },
      { label: say('退房', 'Check-out'), kind: 'day' },
      { label: say('房間', 'Rooms'), kind: 'number' },
      { label: say('住宿登記', 'Guests listed'), kind: 'number' },
    ],
    rows: [...stays].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    empty: say('沒有資料。', 'No rows.'),
  };
}

/** A list as it is, with the columns that the reader sees. */
export function listTable({ register, columns, rows }: BookedList, about: About): Block {
  return {
    type: 'table',
    caption: about.name(register),
    columns: columns.map(({ name, nameEn, type }) => ({
      label: about.say(name, nameEn),
      kind: type === 'phone' ? 'code' : type === 'person' ? 'name' : type === 'date' ? 'day' : 'text',
    })),
    rows: rows.map((row) => ({ cells: columns.map(({ key }) => row.text(key)) })),
    empty: about.say('沒有資料。', 'No rows.'),
  };
}
