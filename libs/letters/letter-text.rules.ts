import { foldedField, type Values } from './letter-fields.rules';
import { escaped, type Piece } from './letter-xml.rules';

/** Counts the drawings of a document, over all its letters. */
export interface Drawings {
  next: number;
}

/** One letter. `last`: nothing follows it. A field without a value is empty; unknown ones were told before. */
export function letterText(pieces: readonly Piece[], values: Values, drawings: Drawings, last: boolean): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if ('field' in piece) text += valueText(values.get(foldedField(piece.field)) ?? '');
    else if ('drawing' in piece) text += String(drawings.next++);
    else if (!last) text += piece.between;
  }
  return text;
}

/** Lines of a cell stay lines, in the formatting of the field. */
const valueText = (value: string): string =>
  value
    .split(/\r\n?|\n/)
    .map(escaped)
    .join('</w:t><w:br/><w:t xml:space="preserve">');
