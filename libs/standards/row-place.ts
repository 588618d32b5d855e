import { placeKeys } from './places';

/** How the rows of each list are called where they have no code yet. */
const CODED = ['duties', 'tasks', 'outputs', 'indicators', 'knowledge', 'skills', 'attitudes'];

/**
 * Where a path of keys leads in a file that may be wrong in any way, in the words that the source uses:
 * duties, 1, tasks, 0, indicators, 3, text is `T2.1/P2.1.4: text`. A row without a code is called by its number,
 * counted from 1: `T2.1/indicators #4`.
 */
export function rowPlace(file: object, path: readonly string[]): string {
  const place: string[] = [];
  const rest = [...path];
  let at: unknown = file;
  while (rest.length > 1 && Array.isArray(child(at, rest[0]))) {
    const [list, index] = rest.splice(0, 2) as [string, string];
    const rows = child(at, list) as unknown[];
    const name = rowName(list, rows, Number(index));
    if (name.startsWith('T')) place.length = 0;
    place.push(name);
    at = rows[Number(index)];
  }
  return [place.join('/'), rest.join('.')].filter((part) => part !== '').join(': ');
}

function rowName(list: string, rows: readonly unknown[], index: number): string {
  const code = child(rows[index], 'code');
  if (!CODED.includes(list) || typeof code !== 'string') return `${list} #${index + 1}`;
  if (list !== 'outputs' && list !== 'indicators') return /^[KSA]/.test(code) ? `${list}/${code}` : code;
  const codes = rows.map((row) => child(row, 'code')).map((other) => (typeof other === 'string' ? other : null));
  return placeKeys(codes, list === 'outputs' ? 'O' : 'P')[index] ?? code;
}

function child(row: unknown, key: string | undefined): unknown {
  return typeof row === 'object' && row !== null && key !== undefined
    ? (row as Record<string, unknown>)[key]
    : undefined;
}
