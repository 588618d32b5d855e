import type { PaperFormat } from '@convener/papers';
import type { DocumentPreview } from '../../apps/api/reports/documents.dto';
import type { PaperBlock, PaperTable } from '../../apps/api/reports/paper.dto';
import { archiveParts, bare, docxText, pdfDrawn } from './read-papers';

/** What the preview says and the file does not. */
export async function lostWords(paper: DocumentPreview['paper'], path: string, format: PaperFormat): Promise<string[]> {
  const text = await textOf(path, format);
  const wanted = wordsOf(paper, format).filter((words) => format !== 'xlsx' || !isDay(words));
  return [...new Set(wanted)].filter((words) => !text.includes(words));
}

/** What a reader of the file looks for: its title, and the words of each row of each table. */
function wordsOf({ title, blocks }: DocumentPreview['paper'], format: PaperFormat): string[] {
  const words = blocks.flatMap((block) => (block.type === 'table' ? wordsOfTable(block) : wordsOfBlock(block, format)));
  const named = format === 'xlsx' || blocks.every(({ type }) => type === 'cards') ? [] : [title];
  return [...named, ...words].map(bare).filter((text) => text !== '');
}

const wordsOfTable = ({ columns, rows, totals }: PaperTable) => [
  ...columns.map(({ label }) => label),
  ...rows.flatMap(({ group, cells }) => (cells ? cells.map(written) : [group ?? ''])),
  ...(totals ?? []).map(written),
];

/** Numbers stand in a workbook as such, and are compared elsewhere; here what is written is. */
const written = ({ value, shown }: { value: string | number | null; shown?: string }) =>
  typeof value === 'number' ? '' : (shown ?? value ?? '');

function wordsOfBlock(block: PaperBlock, format: PaperFormat): string[] {
  if (block.type === 'cards') return block.items.flatMap(({ lines }) => lines.map(({ text }) => text));
  if (format === 'xlsx') return [];
  if (block.type === 'heading' || block.type === 'text') return block.text.split('\n');
  if (block.type === 'facts') return block.rows.flatMap(({ label, value }) => [label, value]);
  if (block.type === 'missing') return [block.what, block.where];
  if (block.type === 'items') return [...block.items];
  return block.type === 'signatures' ? [...block.labels] : [];
}

/** Days are numbers in a workbook; what a cell counts from 1900 on is not read back. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

async function textOf(path: string, format: PaperFormat): Promise<string> {
  if (format === 'pdf') return pdfDrawn(path);
  if (format === 'docx') return docxText(path);
  const parts = archiveParts(path);
  const texts = Object.entries(parts).filter(([name]) => /sharedStrings|worksheets\//.test(name));
  return bare(unescaped(texts.map(([, xml]) => xml.replace(/<[^>]+>/g, ' ')).join(' ')));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) => xml.replace(/&(\w+);/g, (all, name: string) => NAMED[name] ?? all);
