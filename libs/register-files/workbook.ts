import type { Archive } from './archive';
import { showsTime } from './number-formats.rules';
import { binaryWorkbook, notASheet } from './refusals';
import { readXml } from './xml';

/** What the cells of all sheets of a workbook share. */
export interface SharedParts {
  strings: string[];
  /** By a cell's style: whether its number is a day or time. */
  timeStyles: boolean[];
  from1904: boolean;
}

export interface Workbook {
  /** Those that are shown, in the order of their tabs. */
  sheets: { name: string; path: string }[];
  from1904: boolean;
  stringsPath: string | null;
  stylesPath: string | null;
}

type Relations = Map<string, { type: string; path: string }>;

/** Finds the parts of a workbook as its own directories name them. Throws where it is another kind of document. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('_rels/.rels')) throw notASheet();
  const path = pathOf(await relationsOf(archive, ''), 'officeDocument');
  if (path === null) throw notASheet();
  if (path.endsWith('.bin')) throw binaryWorkbook();
  const relations = await relationsOf(archive, path);
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  let isWorkbook = false;
  readXml(await archive.text(path), {
    open(name, attribute) {
      isWorkbook ||= name === 'workbook';
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      const found = name === 'sheet' ? relations.get(attribute('id') ?? '') : undefined;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      if (found?.type === 'worksheet' && !hidden) sheets.push({ name: attribute('name') ?? '', path: found.path });
    },
  });
  if (!isWorkbook) throw notASheet();
  return { sheets, from1904, stringsPath: pathOf(relations, 'sharedStrings'), stylesPath: pathOf(relations, 'styles') };
}

export async function readShared(archive: Archive, { from1904, ...paths }: Workbook): Promise<SharedParts> {
  const strings = paths.stringsPath === null ? [] : readStrings(await archive.text(paths.stringsPath));
  const timeStyles = paths.stylesPath === null ? [] : readStyles(await archive.text(paths.stylesPath));
  return { strings, timeStyles, from1904 };
}

function pathOf(relations: Relations, type: string): string | null {
  return [...relations.values()].find((relation) => relation.type === type)?.path ?? null;
}

/** What a part refers to, by id; of a type only its last word, which both dialects of the format share. */
async function relationsOf(archive: Archive, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found: Relations = new Map();
  if (!archive.has(path)) return found;
  readXml(await archive.text(path), {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const type = attribute('Type')?.split('/').at(-1) ?? '';
      const resolved = URL.canParse(target, `zip:///${folder}`) ? new URL(target, `zip:///${folder}`).pathname : '';
      found.set(attribute('Id') ?? '', { type, path: decodeURI(resolved).slice(1) });
    },
  });
  return found;
}

/** Texts that many cells may share. How they are pronounced (`rPh`) is no part of them. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let pronounced = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') pronounced = true;
      else if (name === 't') isText = !pronounced;
    },
    text(words) {
      if (isText) text += words;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') pronounced = false;
      else if (name === 'si') strings.push(plainText(text));
    },
  });
  return strings;
}

/** Control characters are written as `_x000D_`. */
export function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  readXml(xml, {
    open(name, attribute) {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      styles.push(showsTime(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
