import type { Day } from '@convener/kernel';
import type { ColumnType, RegisterColumn } from '@convener/register-presets';
import type { KeptCell, RegisterRow } from '@convener/registers';
import type { About } from '@convener/reports';
import { amount, type Hundredths } from './money';

/** What a row is called where another one leads to it, and the column of which list says so. */
export interface RowName {
  text: string;
  registerId: string;
  column: Pick<RegisterColumn, 'key' | 'personal'>;
}

/**
 * A row of a list by the keys of its columns. A project changes its columns as it likes: what it took away, made of
 * another type, left empty or keeps from this reader is null, whichever it is. Of several keys the first that has a cell
 * is taken. What is asked for here counts as shown: a document that asks for cells about people and leaves them out is
 * kept from the crew for nothing.
 */
export class BookedRow {
  private readonly columns: ReadonlyMap<string, RegisterColumn>;

  constructor(
    readonly row: RegisterRow,
    seen: readonly RegisterColumn[],
    private readonly names: ReadonlyMap<string, RowName>,
    private readonly about: Pick<About, 'say' | 'shown'>,
  ) {
    this.columns = new Map(seen.map((column) => [column.key, column]));
  }

  get id(): string {
    return this.row.id;
  }

  /** As it is written in a document, whatever type it is of. */
  text(...keys: readonly string[]): string | null {
    const found = this.find(keys);
    return found ? this.written(...found) : null;
  }

  money(...keys: readonly string[]): Hundredths | null {
    const found = this.find(keys, ['money']);
    return found && Number(found[1]);
  }

  number(...keys: readonly string[]): number | null {
    const found = this.find(keys, ['number']);
    return found && Number(found[1]);
  }

  day(...keys: readonly string[]): Day | null {
    const found = this.find(keys, ['date']);
    return found && String(found[1]);
  }

  /** Days, days with times, or times alone, with a slash between them (ISO 8601). */
  range(...keys: readonly string[]): [from: string, to: string] | null {
    const found = this.find(keys, ['time-range']);
    if (!found) return null;
    const [from = '', to = from] = String(found[1]).split('/');
    return [from, to];
  }

  yes(...keys: readonly string[]): boolean | null {
    const found = this.find(keys, ['yes-no']);
    return found && found[1] === 'yes';
  }

  /** The key of what was chosen. */
  choice(...keys: readonly string[]): string | null {
    const found = this.find(keys, ['choice']);
    return found && String(found[1]);
  }

  /** The id of the row of another list. */
  link(...keys: readonly string[]): string | null {
    const found = this.find(keys, ['row-link']);
    return found && String(found[1]);
  }

  private find(keys: readonly string[], types?: readonly ColumnType[]): [RegisterColumn, KeptCell] | null {
    for (const key of keys) {
      const column = this.columns.get(key);
      const cell = Object.hasOwn(this.row.cells, key) ? this.row.cells[key] : undefined;
      if (!column || cell === undefined || (types && !types.includes(column.type))) continue;
      this.about.shown.add(this.row.registerId, column);
      return [column, cell];
    }
    return null;
  }

  private written({ type, unit, choices }: RegisterColumn, cell: KeptCell): string | null {
    const { say } = this.about;
    if (type === 'money') return amount(Number(cell));
    if (type === 'number') return `${Number(cell).toLocaleString('en-US')}${unit ? ` ${unit}` : ''}`;
    if (type === 'yes-no') return cell === 'yes' ? say('是', 'Yes') : say('否', 'No');
    if (type === 'row-link') return this.called(String(cell));
    if (type === 'time-range') return writtenRange(String(cell));
    const chosen = type === 'choice' ? choices.find(({ key }) => key === cell) : undefined;
    return chosen ? say(chosen.name, chosen.nameEn) : String(cell);
  }

  private called(rowId: string): string | null {
    const name = this.names.get(rowId);
    if (!name) return null;
    this.about.shown.add(name.registerId, name.column);
    return name.text;
  }
}

/** Of one day the day is written once. */
function writtenRange(range: string): string {
  const [from = '', to = from] = range.split('/');
  const [fromDay, fromTime] = from.split('T');
  const [toDay, toTime] = to.split('T');
  const until = toDay === fromDay && toTime !== undefined ? toTime : to.replace('T', ' ');
  if (from === to) return from.replace('T', ' ');
  return fromTime === undefined ? `${from} – ${to}` : `${from.replace('T', ' ')} – ${until}`;
}
