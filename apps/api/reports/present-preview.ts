import type { Cell, Paper } from '@convener/papers';
import type { Preview } from '@convener/reports';
import type { DocumentPreview } from './documents.dto';
import type { PaperBlock, PaperCell, PaperPreview } from './paper.dto';

export function presentPreview({ kind, about, paper, choices, serves }: Preview): DocumentPreview {
  const { key, group, name, says, formats, audience } = kind;
  return {
    document: { key, group, name, says, formats: [...formats], handedOut: audience === 'handed-out', serves },
    choices: choices.map(({ values, ...choice }) => ({ ...choice, values: [...values] })),
    chosen: { ...about.chosen },
    paper: presentPaper(paper),
  };
}

export function presentPaper({ title, subtitle, language, page, blocks }: Omit<Paper, 'stamp'>): PaperPreview {
  return { title, subtitle: [...subtitle], language, page, blocks: blocks.map(presentBlock) };
}

function presentBlock(block: Paper['blocks'][number]): PaperBlock {
  if (block.type !== 'table') return block as PaperBlock;
  const rows = block.rows.map((row) => ('group' in row ? { group: row.group } : { cells: row.cells.map(cellOf) }));
  const { type, caption, columns, totals, empty, tall } = block;
  return { type, caption, columns: [...columns], rows, totals: totals?.map(cellOf), empty, tall };
}

const cellOf = (cell: Cell): PaperCell => (typeof cell === 'object' && cell !== null ? cell : { value: cell });
