import type { Feature, Image } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import type { Paper } from '../paper';
import { oneLine } from '../text.rules';
import { wordsOf } from '../words';
import { rowHeight } from './cells';
import type { WorkSheet } from './work-sheet';

type OwnFeature = Feature<Image['content']>;
type Part = NonNullable<NonNullable<OwnFeature['files']>['transform']>;

/** Letters that stand side by side on A4 before they get too small to read: upright, lying, and then on A3. */
const UPRIGHT = 95;
const LYING = 240;
const PAPERS = { a3: 8, a4: 9 };

/**
 * What the library leaves out: pages as wide as the table with its heads on each, what they are pages of, filters,
 * folded groups, totals that add up. Each sheet is a list to print and hand in as it is.
 */
export function setupOf(paper: Paper, sheets: readonly WorkSheet[]): OwnFeature {
  const workbook: Part['xl/workbook.xml'] = {
    transform: (xml) => xml.replace('<definedNames/>', () => named(sheets)),
  };
  const worksheet: Part['xl/worksheets/sheet{id}.xml'] = {
    transform: (xml, _, { sheetIndex }) => setUp(xml, sheets[sheetIndex]!, paper),
    transformElementAttributes: (tag, attributes, index, _, { sheetIndex }) =>
      tag === 'row' && index !== undefined ? rowOf(attributes, index, sheets[sheetIndex]!) : attributes,
  };
  return { files: { transform: { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet{id}.xml': worksheet } } };
}

/** A height that nobody has set by hand: Excel finds it anew when the row says more. */
function rowOf<Row extends Record<string, string | number>>(row: Row, index: number, sheet: WorkSheet): Row {
  const height = row.ht === undefined && { ht: rowHeight(sheet.data[index]!, sheet.columns) };
  return { ...row, ...height, ...(sheet.outlined?.has(index) && { outlineLevel: 1 }) };
}

function named(sheets: readonly WorkSheet[]): string {
  const names = sheets.flatMap(({ sheet, stickyRowsCount, stickyColumnsCount, filter }, at) => {
    const here = `'${sheet.replaceAll("'", "''")}'!`;
    const rows = stickyRowsCount ? [`${here}$1:$${stickyRowsCount}`] : [];
    const columns = stickyColumnsCount ? [`${here}$A:$${letterOf(stickyColumnsCount - 1)}`] : [];
    const titles = [...columns, ...rows].join(',');
    return [
      ...(filter ? [definedName('_FilterDatabase', at, `${here}${fixed(filter)}`, ' hidden="1"')] : []),
      ...(titles ? [definedName('Print_Titles', at, titles)] : []),
    ];
  });
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

function definedName(name: string, sheet: number, reference: string, more = ''): string {
  return `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${more}>${escaped(reference)}</definedName>`;
}

const letterOf = (column: number) => getCellAddress(0, column).replace(/\d+/, '');
const fixed = (range: string) => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** The order of these elements is that of the standard. */
function setUp(xml: string, sheet: WorkSheet, paper: Paper): string {
  const { data, columns, filter, sums, outlined } = sheet;
  const folded = (outlined?.size ?? 0) > 0;
  const before = `<sheetPr>${folded ? '<outlinePr summaryBelow="0"/>' : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`;
  const rows = `<sheetFormatPr defaultRowHeight="19.5"${folded ? ' outlineLevelRow="1"' : ''}/>`;
  const all = `A1:${getCellAddress(Math.max(0, data.length - 1), Math.max(0, columns.length - 1))}`;
  const behind = [
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.7" header="0.35" footer="0.35"/>',
    pageOf(columns),
    headAndFoot(paper),
    // Codes and telephone numbers are texts on purpose.
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('');
  let made = xml
    .replace('<sheetViews>', () => `${before}<sheetViews>`)
    .replace('<cols>', () => `${rows}<cols>`)
    .replace('</sheetData>', () => `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}`)
    .replace('</worksheet>', () => `${behind}</worksheet>`);
  for (const [cell, formula] of sums ?? [])
    made = made.replace(new RegExp(`(<c r="${cell}"[^>]*>)<v>`), `$1<f>${formula}</f><v>`);
  return made;
}

function pageOf(columns: WorkSheet['columns']): string {
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  const orientation = wide > UPRIGHT ? 'landscape' : 'portrait';
  const size = wide > LYING ? PAPERS.a3 : PAPERS.a4;
  return `<pageSetup paperSize="${size}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
}

function headAndFoot({ title, stamp, language }: Paper): string {
  const words = wordsOf(language);
  const foot = `&L${said(`${stamp.project} · ${words.made} ${stamp.made}`)}&R${words.page('&P', '&N')}`;
  const head = `&L${said(title)}&R&A`;
  return `<headerFooter><oddHeader>${escaped(head)}</oddHeader><oddFooter>${escaped(foot)}</oddFooter></headerFooter>`;
}

/** An ampersand begins an instruction there; Excel takes 255 letters in all. */
function said(text: string): string {
  return [...oneLine(text)].slice(0, 90).join('').replaceAll('&', '&&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
