import type { ColumnType, RegisterColumn } from '@convener/register-presets';
import type { Cells } from './cells-of-row.rules';
import { readCell } from './cells.rules';
import { folded, type Read } from './day-texts';

/** A list that others link to, with the columns that somebody sees of it. */
export interface Linkable {
  name: string;
  nameEn: string | null;
  columns: readonly RegisterColumn[];
}

export type LinkedRow = { id: string; cells: Cells };

const NAMES: ReadonlySet<ColumnType> = new Set(['text', 'person']);

/** The column by which rows are called where others link to them: the first of words, among those that somebody sees. */
export function namingColumn(columns: readonly RegisterColumn[]): RegisterColumn | null {
  return columns.find(({ type }) => NAMES.has(type)) ?? null;
}

/**
 * Finds the rows of a list by their id, by what they are called, or by a cell that no other has; and says by which text one
 * is found again.
 */
export class LinkBook {
  private readonly ids: ReadonlySet<string>;
  private readonly byName = new Map<string, Set<string>>();
  private readonly byUnique: { column: RegisterColumn; rows: Map<unknown, string> }[];
  private readonly texts = new Map<string, string[]>();

  constructor(
    private readonly list: Linkable,
    rows: readonly LinkedRow[],
  ) {
    const naming = namingColumn(list.columns);
    const unique = list.columns.filter((column) => column.unique);
    this.ids = new Set(rows.map(({ id }) => id));
    this.byUnique = unique.map((column) => ({
      column,
      rows: new Map(rows.map(({ id, cells }) => [cells[column.key], id])),
    }));
    for (const { id, cells } of rows) {
      const name = naming ? cells[naming.key] : undefined;
      if (name !== undefined) this.named(name, id);
      const all = [name, ...unique.map(({ key }) => cells[key])];
      this.texts.set(
        id,
        all.flatMap((cell) => (cell === undefined ? [] : [String(cell)])),
      );
    }
  }

  read(text: string): Read<string> {
    if (this.ids.has(text)) return { value: text };
    // Never both together in a new set: thousands may be called so, and each of them is asked for.
    const called = this.byName.get(plain(text)) ?? NOBODY;
    const told = new Set(this.withUnique(text).filter((id) => !called.has(id)));
    const count = called.size + told.size;
    const [only] = called.size > 0 ? called : told;
    if (only === undefined) return { wrong: this.none() };
    return count === 1 ? { value: only } : { wrong: this.several(count) };
  }

  /** What it is called, or else what tells it from the others; its id where nothing does. Empty where there is no such row. */
  textOf(id: string): string {
    const texts = this.texts.get(id);
    if (!texts) return '';
    return (
      texts.find((text) => {
        const read = this.read(text);
        return 'value' in read && read.value === id;
      }) ?? id
    );
  }

  private named(name: unknown, id: string): void {
    const known = this.byName.get(plain(name));
    if (known) known.add(id);
    else this.byName.set(plain(name), new Set([id]));
  }

  private withUnique(text: string): string[] {
    return this.byUnique.flatMap(({ column, rows }) => {
      const read = readCell(column, text);
      const id = 'value' in read && read.value !== null ? rows.get(read.value) : undefined;
      return id === undefined ? [] : [id];
    });
  }

  private none() {
    const { name, nameEn } = this.list;
    return {
      zh: `「${name}」裡沒有這一筆；請先在那份清單新增。`,
      en: `"${nameEn ?? name}" has no such row. Add it there first.`,
    };
  }

  private several(count: number) {
    const { name, nameEn } = this.list;
    return {
      zh: `「${name}」有 ${count} 筆都叫這個，不知道是哪一筆；請開啟這筆資料，從清單選。`,
      en: `${count} rows of "${nameEn ?? name}" are called so, and it is unclear which is meant. Open the row, and choose one.`,
    };
  }
}

const NOBODY: ReadonlySet<string> = new Set();

/** Tells which names of rows a text means. */
export function callsBy(text: string): (name: string) => boolean {
  const wanted = plain(text);
  return (name) => name === text || plain(name) === wanted;
}

function plain(text: unknown): string {
  return folded(String(text)).toLowerCase().replace(/\s+/g, ' ').trim();
}
