import type { CellTone, GanttRow } from './paper';

/** Sizes in points, colours without the `#`. One set for every format, so that a DOCX looks like its PDF. */
export const SIZES = {
  title: 20,
  subtitle: 11,
  h1: 15,
  h2: 12.5,
  h3: 11,
  text: 10.5,
  letter: 12.5,
  note: 9,
  table: 9.5,
  foot: 8,
};
export const LEADING = 1.55;
export const PAGE = { width: 595.28, height: 841.89, side: 56.7, top: 62, bottom: 62 };
export const CELL_PADDING = { side: 4, edge: 3 };
/** Height of a row that somebody signs in: a centimetre. */
export const TALL_ROW = 28.35;

export const COLOURS = {
  ink: '1F2328',
  quiet: '5F6773',
  rule: 'BFC5CE',
  head: 'DFE6EE',
  group: 'EEF1F5',
  accent: '1F4E79',
  today: 'B42318',
  missing: '8A5A00',
  missingFill: 'FFF8E6',
};

/** Each differs from the others in grey print too: by weight, or by how dark its ground is. */
export const TONES: Record<CellTone, { colour: string; bold: boolean; fill?: string }> = {
  good: { colour: '1E6B37', bold: false },
  bad: { colour: '9B1C12', bold: true, fill: 'F3CFCB' },
  warn: { colour: '7A4B00', bold: true, fill: 'FFF1CC' },
  quiet: { colour: '6B7280', bold: false },
  strong: { colour: '1F2328', bold: true },
};

export const STATES: Record<GanttRow['state'], string> = {
  open: '9DB2C9',
  running: '2F6EA8',
  done: '4B7F52',
  late: 'B42318',
  resting: 'C9CDD3',
};

export const BAR_TONES = { good: '4B7F52', bad: 'B42318', warn: 'C58A1B', plain: '2F6EA8' };
