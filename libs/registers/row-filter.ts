import { isPostgres } from '@convener/platform';
import { likePattern, wrongField } from '@convener/projects';
import { type ColumnType, isSummed, type RegisterColumn } from '@convener/register-presets';
import type { EntityManager } from 'typeorm';
import { type KeptCell, readCell } from './cells.rules';
import type { LinkedLists } from './linked-lists';
import type { RegisterRow, RowStatus } from './register-row.entity';

/** What narrows the rows of a list down, and how they are sorted. */
export interface RowFilter {
  /** Part of any cell that holds words. */
  text?: string;
  status?: RowStatus;
  /** Those with an empty cell that is required. */
  incomplete?: boolean;
  column?: string;
  /** What the cell of `column` holds: part of it for words, all of it for what else there is. */
  value?: string;
  /** A column's key; the list's own order where it is left out. */
  sort?: string;
  descending?: boolean;
}

/** Where the page before ended: whether its cell was empty, the cell, and its place in the list. */
export type RowCursor = readonly [empty: number, cell: KeptCell, position: number];

type Condition = [sql: string, ...values: unknown[]];

const WORDS: ReadonlySet<ColumnType> = new Set(['text', 'person', 'e-mail', 'phone', 'file']);

/**
 * One page of the rows of a list, as plain SQL over `register_rows t`. Names of columns are parameters, so that there are
 * few statements, whatever columns people make. `columns` are those that the reader sees: no other can be looked into.
 */
export class RowQuestion {
  private readonly postgres: boolean;
  private readonly sorted: RegisterColumn | null;

  constructor(
    em: EntityManager,
    private readonly registerId: string,
    private readonly columns: readonly RegisterColumn[],
    private readonly filter: RowFilter,
    /** Where link cells lead that the reader sees; they hold what the rows there are called. */
    private readonly links: LinkedLists = new Map(),
  ) {
    this.postgres = isPostgres(em);
    this.sorted = filter.sort === undefined ? null : this.seen(filter.sort, '/sort');
    if (this.sorted?.type === 'row-link') throw wrongField('/sort', NOT_BY_LINK);
  }

  page(
    required: readonly RegisterColumn[],
    after: RowCursor | null,
    limit: number,
  ): { tail: string; values: unknown[] } {
    const all: Condition[] = [['t.register_id = ?', this.registerId], ...this.narrowing(required)];
    if (after) all.push(this.behind(after));
    const order = this.order();
    const down = this.filter.descending ? ' DESC' : '';
    const by = order.map(([sql]) => `${sql}${down}`).join(', ');
    return {
      tail: `WHERE ${all.map(([sql]) => sql).join(' AND ')} ORDER BY ${by} LIMIT ?`,
      values: [...all, ...order].flatMap(([, ...given]) => given).concat(limit),
    };
  }

  /** Where a row stands in the order that was asked for. */
  cursorOf({ cells, position }: Pick<RegisterRow, 'cells' | 'position'>): RowCursor {
    if (!this.sorted) return [0, '', position];
    const cell = Object.hasOwn(cells, this.sorted.key) ? cells[this.sorted.key] : undefined;
    return [cell === undefined ? this.emptyRank : 1 - this.emptyRank, cell ?? this.nothing, position];
  }

  /** Empty cells come last, whichever way it is sorted. */
  private get emptyRank(): 0 | 1 {
    return this.filter.descending ? 0 : 1;
  }

  private get nothing(): KeptCell {
    return this.sorted && isSummed(this.sorted) ? 0 : '';
  }

  private order(): Condition[] {
    if (!this.sorted) return [['t.position']];
    const { key } = this.sorted;
    const rank = `CASE WHEN ${this.cell} IS NULL THEN ${this.emptyRank} ELSE ${1 - this.emptyRank} END`;
    return [[rank, key], [this.comparable(this.sorted), key], ['t.position']];
  }

  private behind(after: RowCursor): Condition {
    const order = this.order();
    const sign = this.filter.descending ? '<' : '>';
    const [empty, cell, position] = after;
    if (!this.sorted) return [`t.position ${sign} ?`, position];
    if (typeof cell !== typeof this.nothing) throw wrongField('/cursor', OTHER_ORDER);
    const cast = this.postgres ? `CAST(? AS ${isSummed(this.sorted) ? 'numeric' : 'text'})` : '?';
    const left = order.map(([sql]) => sql).join(', ');
    const keys = order.flatMap(([, ...given]) => given);
    return [
      `(${left}) ${sign} (${this.postgres ? 'CAST(? AS integer)' : '?'}, ${cast}, ?)`,
      ...keys,
      empty,
      cell,
      position,
    ];
  }

  private narrowing(required: readonly RegisterColumn[]): Condition[] {
    const { text, status, incomplete, column, value } = this.filter;
    const all: Condition[] = [];
    if (status) all.push(['t.status = ?', status]);
    if (text) all.push(this.holding(text));
    if (incomplete) all.push(anyOf(required.map((asked) => this.missing(asked))));
    if (incomplete) all.push(["t.status <> 'dropped'"]);
    if (column !== undefined) all.push(this.where(this.seen(column, '/column'), value ?? ''));
    return all;
  }

  /** What was erased is not missing. */
  private missing({ key, personal }: RegisterColumn): Condition {
    return [`${this.cell} IS NULL${personal ? ' AND t.erased_at IS NULL' : ''}`, key];
  }

  private holding(text: string): Condition {
    const words = this.columns.filter(({ type }) => WORDS.has(type));
    const linked = this.columns.filter(({ type }) => type === 'row-link');
    return anyOf([
      ...words.map(({ key }): Condition => [`LOWER(${this.cell}) LIKE ? ESCAPE '\\'`, key, likePattern(text)]),
      ...linked.map((column) => this.leading(column, text)),
    ]);
  }

  private where(column: RegisterColumn, value: string): Condition {
    const { key, type } = column;
    if (value === '') return [`${this.cell} IS NULL`, key];
    if (WORDS.has(type)) return [`LOWER(${this.cell}) LIKE ? ESCAPE '\\'`, key, likePattern(value)];
    if (type === 'row-link') return this.leading(column, value);
    const read = readCell(column, value);
    if ('wrong' in read) throw wrongField('/value', read.wrong);
    const cast = this.postgres && isSummed(column) ? 'CAST(? AS numeric)' : '?';
    return [`${this.cell} IS NOT NULL AND ${this.comparable(column)} = ${cast}`, key, key, read.value];
  }

  /** Cells that lead to a row with this in its name. */
  private leading({ key }: RegisterColumn, text: string): Condition {
    const { list, naming } = this.links.get(key) ?? {};
    if (!list || !naming) return ['1 = 0'];
    const named = `SELECT l.id FROM register_rows l WHERE l.register_id = ? AND LOWER(${this.cell.replace('t.', 'l.')}) LIKE ? ESCAPE '\\'`;
    return [`${this.cell} IN (${named})`, key, list.id, naming.key, likePattern(text)];
  }

  /** A cell by its key, as text on PostgreSQL and as what it is on SQLite. */
  private get cell(): string {
    return this.postgres ? '(t.cells::jsonb ->> CAST(? AS text))' : '(t.cells ->> ?)';
  }

  /** A cell as it is compared, an empty one as nothing: by code points on both databases, numbers by what they are worth. */
  private comparable(column: RegisterColumn): string {
    if (isSummed(column)) return `COALESCE(${this.postgres ? `${this.cell}::numeric` : this.cell}, 0)`;
    return `COALESCE(${this.cell}, '')${this.postgres ? ' COLLATE "C"' : ''}`;
  }

  private seen(key: string, pointer: string): RegisterColumn {
    const found = this.columns.find((column) => column.key === key);
    if (!found) throw wrongField(pointer, NO_COLUMN);
    return found;
  }
}

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return ['1 = 0'];
  return [`(${conditions.map(([sql]) => sql).join(' OR ')})`, ...conditions.flatMap(([, ...values]) => values)];
}

const NO_COLUMN = {
  zh: '這份清單沒有這個欄位，或您看不到它。',
  en: 'The list has no such column, or you don’t see it.',
};
const NOT_BY_LINK = {
  zh: '連到另一份清單的欄位不能排序；請用篩選。',
  en: 'Rows can’t be sorted by links to another list. Filter by them instead.',
};
const OTHER_ORDER = {
  zh: '分頁記號不是這個排序的，請從第一頁開始。',
  en: 'The cursor belongs to another order; start from the first page.',
};
