import { createHash } from 'node:crypto';
import type { Block, Cell, Table, TableRow } from '@convener/papers';

/** One fact that a chapter states, so that it can be compared with what it stated before. */
export interface Line {
  /** Heading, caption and group that it stands under. */
  at: string;
  /** What it is about: the same as long as it is the same fact, whatever it says. */
  key: string;
  /** As people read it. */
  says: string;
  /** What else makes it another one, such as the newer version of a photo. */
  mark?: string;
}

export interface LineChange {
  what: 'added' | 'removed' | 'changed';
  at: string;
  before: string | null;
  after: string | null;
}

/** What blocks state, in their order. Two facts of one name are told apart by their order. */
export function linesOf(blocks: readonly Block[]): Line[] {
  const seen = new Map<string, number>();
  let heading = '';
  return blocks.flatMap((block): Line[] => {
    if (block.type === 'heading') heading = block.text;
    return factsOf(block).map(({ at, key, ...line }) => {
      const place = [heading, at].filter(Boolean).join(' · ');
      const name = `${place}\n${key}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { at: place, key: times === 1 ? key : `${key}\n${times}`, ...line };
    });
  });
}

/** What was added, removed or says something else, in the order in which it is now, with what is gone at the end. */
export function changesOf(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const were = new Map(before.map((line) => [idOf(line), line]));
  const now = after.flatMap((line): LineChange[] => {
    const was = were.get(idOf(line));
    were.delete(idOf(line));
    if (!was) return [{ what: 'added', at: line.at, before: null, after: line.says }];
    if (was.says === line.says && was.mark === line.mark) return [];
    return [{ what: 'changed', at: line.at, before: was.says, after: line.says }];
  });
  const gone = [...were.values()].map((line): LineChange => ({
    ...{ what: 'removed', at: line.at, before: line.says, after: null },
  }));
  return [...now, ...gone];
}

/** The same for the same facts, in whatever order they stand. */
export function digestOf(lines: readonly Line[]): string {
  const facts = lines.map(({ at, key, says, mark }) => JSON.stringify([at, key, says, mark ?? null])).sort();
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

const idOf = ({ at, key }: Line) => JSON.stringify([at, key]);

function factsOf(block: Block): Line[] {
  switch (block.type) {
    case 'facts':
      return block.rows.map(({ label, value }) => ({ at: '', key: label, says: `${label}：${value}` }));
    case 'table':
      return rowsOf(block);
    case 'items':
      return block.items.map((item) => ({ at: '', key: item, says: item }));
    case 'text':
      return [{ at: '', key: block.text, says: block.text }];
    case 'bars':
      return block.items.map(({ label, shown }) => ({
        at: block.caption ?? '',
        key: label,
        says: `${label} ${shown}`,
      }));
    case 'pictures':
      return block.items.map(({ fileId, caption }) => ({ at: '', key: caption, says: caption, mark: fileId }));
    case 'missing':
      return [{ at: '', key: block.what, says: block.what }];
    default:
      return [];
  }
}

function rowsOf({ caption = '', columns, rows, totals }: Table): Line[] {
  const naming = columns.findIndex(({ kind }) => kind === 'text' || kind === 'name');
  const identity = columns.flatMap(({ kind }, place) => (kind === 'code' || place === naming ? [place] : []));
  const places = identity.length > 0 ? identity : [0];
  let group = '';
  const lineOf = (cells: readonly Cell[], at: string, key: string): Line => ({ at, key, says: written(cells) });
  const lines = rows.flatMap((row: TableRow): Line[] => {
    if ('group' in row) group = row.group;
    if ('group' in row) return [];
    const at = [caption, group].filter(Boolean).join(' · ');
    return [lineOf(row.cells, at, places.map((place) => shown(row.cells[place] ?? null)).join(' '))];
  });
  return totals ? [...lines, lineOf(totals, caption, '=')] : lines;
}

const written = (cells: readonly Cell[]) => cells.map(shown).filter(Boolean).join(' ｜ ');

function shown(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? (cell.shown ?? String(cell.value ?? '')) : String(cell);
}
