import type { Block, Paper } from '@convener/papers';

/** More rows than anybody reads on a screen before they open the document itself. */
export const PREVIEWED_ROWS = 200;
export const PREVIEWED_ITEMS = 60;

/** The paper with its long parts cut, and with a line that says how much more there is. */
export function preview<P extends Pick<Paper, 'blocks' | 'language'>>(paper: P): P {
  return { ...paper, blocks: paper.blocks.flatMap((block) => cut(block, paper.language)) };
}

function cut(block: Block, language: Paper['language']): Block[] {
  if (block.type === 'table') return shortened(block.rows, PREVIEWED_ROWS, language, (rows) => ({ ...block, rows }));
  if (block.type === 'gantt') return shortened(block.rows, PREVIEWED_ROWS, language, (rows) => ({ ...block, rows }));
  if (block.type === 'pictures')
    return shortened(block.items, PREVIEWED_ITEMS, language, (items) => ({ ...block, items }));
  if (block.type === 'cards')
    return shortened(block.items, PREVIEWED_ITEMS, language, (items) => ({ ...block, items }));
  return [block];
}

function shortened<T>(
  all: readonly T[],
  most: number,
  language: Paper['language'],
  make: (part: readonly T[]) => Block,
): Block[] {
  if (all.length <= most) return [make(all)];
  const more = all.length - most;
  const text =
    language === 'zh-TW'
      ? `預覽只列出前 ${most} 筆；文件裡還有 ${more} 筆。`
      : `The preview shows the first ${most}; the document has ${more} more.`;
  return [make(all.slice(0, most)), { type: 'text', tone: 'note', text }];
}
