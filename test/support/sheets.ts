import { aZip, formOf } from './files';

/** A cell as a workbook writes it: text is a string of its own, anything else its XML. */
type Cell = string | number | null | { xml: (place: string) => string };

export interface WorkbookParts {
  /** By name; the first is the one that is read. */
  sheets?: Record<string, Cell[][]>;
  from1904?: boolean;
  /** Number formats of the styles 1, 2, … */
  formats?: string[];
  strings?: string;
  /** Parts that are put in, or in the place of others. */
  more?: Record<string, string>;
  /** Attributes of the sheets' entries, by name. */
  states?: Record<string, string>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[mark]};`);

/** Letters of a column, from 0 on. */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A cell of these attributes and content. */
export const raw = (attributes: string, content: string): Cell => ({
  xml: (place) => `<c r="${place}" ${attributes}>${content}</c>`,
});
export const formula = (text: string, value: string, type = 'str') =>
  raw(`t="${type}"`, `<f>${escaped(text)}</f><v>${escaped(value)}</v>`);
/** A number in the style of this place in `formats`, from 1 on. */
export const styled = (value: number, style: number) => raw(`s="${style}"`, `<v>${value}</v>`);

export function sheetXml(rows: readonly Cell[][], more = ''): string {
  const cellXml = (cell: Cell, place: string) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return cell.xml(place);
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  };
  const rowXml = (cells: Cell[], at: number) =>
    `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')}</row>`;
  return `${XML}<worksheet ${SPREADSHEET}><sheetData>${rows.map(rowXml).join('')}</sheetData>${more}</worksheet>`;
}

function partsOf({ sheets = {}, from1904 = false, formats = [], strings, more = {}, states = {} }: WorkbookParts) {
  const names = Object.keys(sheets);
  const entries = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${states[name] ?? ''} r:id="rId${at + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (all: string[]) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`)];
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  return {
    '[Content_Types].xml': `${XML}<Types/>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${XML}<workbook ${SPREADSHEET} xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rStyles', 'styles', '/xl/styles.xml'),
      ...(strings === undefined ? [] : [relation('rStrings', 'sharedStrings', 'sharedStrings.xml')]),
    ]),
    'xl/styles.xml': `${XML}<styleSheet ${SPREADSHEET}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows)]),
    ),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': strings }),
    ...more,
  };
}

/** A workbook made by hand, so that it can be wrong in any way. `claimed`: see aZip. */
export const aWorkbook = (parts: WorkbookParts, claimed?: number): Buffer => aZip(partsOf(parts), claimed);
export const aSheet = (rows: Cell[][]): Buffer => aWorkbook({ sheets: { 工作表1: rows } });

export const csv = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);

/** A form that reads one row into a list of venues. */
export function aListForm(): FormData {
  const form = formOf(csv('場地名稱,費用', '甲館,100'), '場地.csv');
  form.append('mapping', '["venue","cost"]');
  form.append('key', 'venue');
  return form;
}

/** The beginning of a file of Office before 2007, or of a workbook with a password, which is named in it. */
export const aCompound = (named = ''): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(named, 'utf16le'),
    Buffer.alloc(600),
  ]);

const HEADS = ['場地名稱', '費用'];
const ZEROS = `<c r="A1"><v>${'0'.repeat(30_000_000)}</v></c>`;
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><sst><si><t>&c;</t></si></sst>`;

/** What must never be read in: what it is, the file, and how it is refused. */
export function hostileSheets(): [what: string, content: Buffer, refusal: string][] {
  const plain = aSheet([HEADS, ['甲', 1]]);
  const one = { 工作表1: [HEADS, ['甲', 1]] };
  const bomb = { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${ZEROS}${ZEROS}${ZEROS}` };
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`xl/media/${at}.xml`, '']));
  const wide = Array.from({ length: 1000 }, (_, at) => `欄 ${at}`);
  const long = Array.from({ length: 10_051 }, (_, at) => [`館 ${at}`, 1]);
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
  return [
    ['a zip bomb', aWorkbook({ sheets: one, more: bomb }), '413 file-too-large'],
    ['a zip bomb that claims to be small', aWorkbook({ sheets: one, more: { ...bomb } }, 100), '400 file-broken'],
    ['a bomb of many entries', aWorkbook({ sheets: one, more: many }), '413 file-too-large'],
    ['entities within entities', aWorkbook({ sheets: one, strings: LAUGHS }), '400 file-broken'],
    ['a workbook cut off', plain.subarray(0, plain.length / 2), '400 file-broken'],
    ['a workbook with something behind it', Buffer.concat([plain, Buffer.from('<html>')]), '400 file-broken'],
    [
      'a sheet cut off',
      aWorkbook({ sheets: one, more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetD' } }),
      '400 file-broken',
    ],
    ['a cell that names a text which is not there', aSheet([HEADS, [raw('t="s"', '<v>7</v>'), 1]]), '400 file-broken'],
    ['a workbook whose sheet is not there', aWorkbook({ sheets: {}, more: {} }), '400 file-broken'],
    ['an archive of something else', aZip({ 'a.txt': 'a' }), '415 file-type-refused'],
    [
      'a binary workbook',
      aZip({
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
      }),
      '415 file-type-refused',
    ],
    [
      'an OpenDocument sheet',
      aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      '415 file-type-refused',
    ],
    ['a workbook with a password', aCompound('EncryptedPackage'), '415 file-type-refused'],
    ['a workbook of before 2007', aCompound('Workbook'), '415 file-type-refused'],
    ['a picture', picture, '415 file-type-refused'],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n'), '415 file-type-refused'],
    [
      'a page that a system calls Excel',
      Buffer.from('<html><table><tr><td>a</td></tr></table></html>'),
      '415 file-type-refused',
    ],
    ['text with zeros in it', Buffer.from('場地名稱,費用\n甲\0,1\n'), '415 file-type-refused'],
    ['bytes of no encoding', Buffer.from('Café;Prix\nA;1\n', 'latin1'), '400 file-broken'],
    ['a quote that does not end', csv('場地名稱,費用', '"甲,1', '乙,2'), '400 file-broken'],
    ['no headings', csv('場地列表', '甲', '乙'), '400 no-headings'],
    ['an empty sheet', aSheet([]), '400 no-headings'],
    ['a sheet of 1,000 columns', aSheet([wide, wide]), '413 too-many-columns'],
    ['a text of 1,000 columns', csv(wide.join(','), wide.join(',')), '413 too-many-columns'],
    ['a sheet of 10,051 rows', aSheet([HEADS, ...long]), '413 too-many-rows'],
    [
      'a text of 10,001 rows',
      csv('場地名稱,費用', ...long.slice(0, 10_001).map((cells) => cells.join(','))),
      '413 too-many-rows',
    ],
    ['a cell out of any sheet', aSheet([HEADS, [{ xml: () => '<c r="ZZZ2"><v>1</v></c>' }]]), '413 too-many-columns'],
    [
      'a cell without a place that means anything',
      aSheet([HEADS, [{ xml: () => '<c r="甲2"><v>1</v></c>' }]]),
      '400 file-broken',
    ],
  ];
}
