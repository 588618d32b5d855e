import type { Block } from '@convener/papers';

const BULLET = /^\s*(?:[-*•・‧])\s*(?=\S)/;
const NUMBERED = /^\s*(?:\d{1,3}[.)、．]|[（(]\d{1,3}[）)])\s*(?=\S)/;

type Kind = 'text' | 'bullet' | 'number';

/** What somebody wrote, as blocks: lines are paragraphs, and lines that begin with a dash or a number are lists. */
export function ownBlocks(text: string | null): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Kind; lines: string[] } | null = null;
  const close = () => {
    if (open) blocks.push(blockOf(open.kind, open.lines));
    open = null;
  };
  for (const line of (text ?? '').split(/\r?\n/)) {
    if (line.trim() === '') {
      close();
      continue;
    }
    const kind = kindOf(line);
    if (open === null || (open as { kind: Kind }).kind !== kind) {
      close();
      open = { kind, lines: [] };
    }
    open.lines.push(bare(line, kind));
  }
  close();
  return blocks;
}

/** A dash before a figure is a minus: “-5 °C” is no list. */
function kindOf(line: string): Kind {
  if (NUMBERED.test(line)) return 'number';
  return BULLET.test(line) && !/^\s*-\d/.test(line) ? 'bullet' : 'text';
}

const bare = (line: string, kind: Kind) =>
  (kind === 'text' ? line : line.replace(kind === 'number' ? NUMBERED : BULLET, '')).trim();

function blockOf(kind: Kind, lines: readonly string[]): Block {
  if (kind === 'text') return { type: 'text', text: lines.join('\n') };
  return { type: 'items', items: [...lines], ...(kind === 'number' && { numbered: true }) };
}
