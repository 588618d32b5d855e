import encodeQR from 'qr';
import { LineRuleType, Paragraph } from 'docx';
import sharp from 'sharp';
import { COLOURS, PAGE } from '../looks';
import type { Card, Cards, Paper } from '../paper';
import { CARD_LEADING, cardFit } from '../pdf/card-fit';
import { cell, gap, paragraph, row, table, twips } from './atoms';
import { drawing, type Media } from './pictures';
import type { Made } from './tables';

const MM = 72 / 25.4;
const EDGE = 5 * MM;
/** From the edge to what stands inside a frame: where there is no room for it, programs move the frame to the edge. */
const INSIDE = 17 * MM;

export interface CardSheet {
  /** Left and above. */
  edge: number;
  top: number;
  width: number;
  height: number;
  /** Around each page, as certificates have it. */
  frame: boolean;
  children: Made;
}

export function codeId(code: string): string {
  return `code:${code}`;
}

/** Codes as small pictures, by the ids under which they are drawn. Those too long for a code have none. */
export async function codePictures({ blocks }: Paper): Promise<Map<string, Buffer>> {
  const codes = new Set(
    blocks.flatMap((block) => (block.type === 'cards' ? block.items.flatMap(({ code }) => code ?? []) : [])),
  );
  const pictures = new Map<string, Buffer>();
  for (const code of codes) {
    const picture = await codePicture(code);
    if (picture) pictures.set(codeId(code), picture);
  }
  return pictures;
}

async function codePicture(code: string): Promise<Buffer | null> {
  let modules: boolean[][];
  try {
    modules = encodeQR(code, 'raw', { ecc: 'medium', border: 2 });
  } catch {
    return null;
  }
  const side = modules.length;
  const raw = Buffer.from(modules.flat().map((dark) => (dark ? 0 : 255)));
  const picture = sharp(raw, { raw: { width: side, height: side, channels: 1 } });
  return picture
    .resize(side * 8, side * 8, { kernel: 'nearest' })
    .png({ palette: true })
    .toBuffer();
}

/** Cards to cut out are rows of a table; a card of its own is a page. */
export function cardSheet({ width, height, sheet, frame, items }: Cards, media: Media): CardSheet {
  const [wide, high] = [Math.max(10, width) * MM, Math.max(10, height) * MM];
  const columns = Math.floor((PAGE.width - 2 * EDGE) / wide);
  const rows = Math.floor((PAGE.height - 2 * EDGE) / high);
  if (sheet === 'card' || columns < 1 || rows < 1) {
    const edge = frame ? Math.min(INSIDE, wide * 0.2) : 0;
    const place = { wide: wide - 2 * edge, high: high - 2 * edge };
    const beside = items.some((card) => planOf(card, place.wide, place.high).beside);
    const children = beside
      ? // A row fills its page, but for the empty lines that Word wants above, below and behind it.
        cardTable(items, { ...place, high: place.high - 12, columns: 1, lines: false }, media)
      : items.flatMap((card, at) => cardOf(card, { ...place, fresh: at > 0 }, media));
    return { width: wide, height: high, edge, top: edge, frame: frame === true, children };
  }
  return {
    width: PAGE.width,
    height: PAGE.height,
    edge: (PAGE.width - columns * wide) / 2,
    top: (PAGE.height - rows * high) / 2,
    frame: false,
    children: cardTable(items, { wide, high, columns, lines: true }, media),
  };
}

interface Grid {
  wide: number;
  high: number;
  columns: number;
  /** To cut along. */
  lines: boolean;
}

/** A card whose code stands beside what is written is two cells without a line between them. */
function cardTable(items: readonly Card[], { wide, high, columns, lines }: Grid, media: Media): Made {
  if (items.length === 0) return [];
  const plans = items.map((card) => planOf(card, wide, high));
  const right = Math.max(...plans.map(({ beside, side, pad }) => (beside ? side + pad : 0)));
  const line = { color: COLOURS.rule, size: 4 };
  const edge = lines ? { top: line, bottom: line } : {};
  const cellsOf = (card: Card | undefined) => {
    const children = card ? cardOf(card, { wide, high, fresh: false }, media) : [paragraph('')];
    if (right === 0) return [cell(children, { width: wide, padding: 0, lines })];
    const plain = { lines: false, padding: 0, middle: true };
    return [
      cell(children, { ...plain, width: wide - right, borders: { ...edge, ...(lines && { left: line }) } }),
      cell(card ? codeOf(card, wide, high, media) : [paragraph('')], {
        ...plain,
        width: right,
        borders: { ...edge, ...(lines && { right: line }) },
      }),
    ];
  };
  const made = [];
  for (let from = 0; from < items.length; from += columns)
    made.push(row(Array.from({ length: columns }, (_, at) => cellsOf(items[from + at])).flat(), { height: high }));
  const widths = Array.from({ length: columns }, () => (right === 0 ? [wide] : [wide - right, right])).flat();
  return [table(widths, made, { lines }), gap(1)];
}

/** Where the PDF has it: on a card that lies, a code stands beside what is aligned at the start; elsewhere below. */
function planOf({ code, align }: Card, wide: number, high: number) {
  const pad = Math.min(4 * MM, wide * 0.08);
  const beside = code !== undefined && align === 'start' && wide > high * 1.3;
  const side = code === undefined ? 0 : Math.min(wide - 2 * pad, high * (beside ? 0.5 : 0.42), 32 * MM);
  return { pad, beside, side };
}

interface Place {
  wide: number;
  high: number;
  /** Begins a page. */
  fresh: boolean;
}

function cardOf(card: Card, { wide, high, fresh }: Place, media: Media): Paragraph[] {
  const { lines, align } = card;
  const { pad, beside, side } = planOf(card, wide, high);
  const room = beside ? high - 2 * pad : high - side - 28;
  const { scale, lines: laid } = cardFit(lines, wide - 2 * pad - (beside ? side + pad / 2 : 0), room);
  const free = beside ? 0 : Math.max(0, room - laid.reduce((total, line) => total + line.high, 0));
  const texts = lines.map(({ text, size, bold, tone }, at) =>
    paragraph(
      text,
      { size: Math.max(1, size) * scale, bold: bold ?? false, ...(tone === 'quiet' && { colour: COLOURS.quiet }) },
      {
        indent: { left: twips(pad), right: twips(beside ? 0 : pad) },
        align: align === 'center' ? 'center' : 'left',
        spacing: {
          before: at === 0 && !beside ? twips(free / 2 + 6) : 0,
          after: 0,
          line: twips(Math.max(1, size) * scale * CARD_LEADING),
          lineRule: LineRuleType.EXACT,
        },
        ...(at === 0 && fresh && { pageBreakBefore: true }),
      },
    ),
  );
  const all = beside ? texts : [...texts, ...codeOf(card, wide, high, media, free / 2)];
  return all.length > 0 ? all : [paragraph('')];
}

function codeOf(card: Card, wide: number, high: number, media: Media, before = 0): Paragraph[] {
  const { pad, beside, side } = planOf(card, wide, high);
  const kind = card.code === undefined ? undefined : media.kinds.get(codeId(card.code));
  if (!kind) return beside ? [paragraph('')] : [];
  return [
    new Paragraph({
      indent: { left: beside ? 0 : twips(pad), right: twips(pad) },
      alignment: beside ? 'right' : card.align === 'center' ? 'center' : 'left',
      spacing: { before: twips(before), after: 0 },
      children: [drawing(codeId(card.code!), kind, side, side, '', media)],
    }),
  ];
}
