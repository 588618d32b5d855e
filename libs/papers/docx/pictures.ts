import { ImageRun, Paragraph } from 'docx';
import { COLOURS, SIZES } from '../looks';
import type { PaperLanguage, Picture, Pictures } from '../paper';
import { wordsOf } from '../words';
import { cell, gap, paragraph, row, table } from './atoms';
import type { Made } from './tables';

/** A file of the DOCX that isn't in it yet: pictures are read from disk only when the archive is written. */
export interface Media {
  /** Numbers a drawing, as Word wants it. */
  next(): number;
  /** By file id; what is missing or can't be read has no kind. */
  kinds: ReadonlyMap<string, 'jpg' | 'png'>;
}

const TALLEST = { 1: 330, 2: 200, 3: 140 };

/**
 * Rows of a table without lines: no row is torn, so a photo and its caption stay together. Nothing in them is kept with
 * the next paragraph, since Word keeps the whole row with the next one then: all photos would move on together.
 */
export function picturesBlock({ columns, items }: Pictures, media: Media, language: PaperLanguage, room: number): Made {
  if (items.length === 0) return [];
  const width = room / columns;
  const rows = [];
  for (let from = 0; from < items.length; from += columns) {
    const some = Array.from({ length: columns }, (_, at) => items[from + at]);
    const cells = some.map((item) =>
      cell(item ? pictureOf(item, { media, language, width, tallest: TALLEST[columns] }) : [paragraph('')], {
        width,
        lines: false,
      }),
    );
    rows.push(row(cells));
  }
  return [
    gap(6, true),
    table(
      Array.from({ length: columns }, () => width),
      rows,
      { lines: false },
    ),
    gap(),
  ];
}

interface Place {
  media: Media;
  language: PaperLanguage;
  width: number;
  tallest: number;
}

function pictureOf({ fileId, caption, width, height }: Picture, place: Place): Paragraph[] {
  const kind = place.media.kinds.get(fileId);
  const [wide, high] = width > 0 && height > 0 ? [width, height] : [4, 3];
  const scale = Math.min((place.width - 8) / wide, place.tallest / high);
  const photo = kind
    ? new Paragraph({
        alignment: 'center',
        spacing: { before: 0, after: 40 },
        children: [drawing(fileId, kind, wide * scale, high * scale, caption, place.media)],
      })
    : paragraph(wordsOf(place.language).unreadable, { colour: COLOURS.missing }, { align: 'center' });
  return [
    photo,
    paragraph(
      caption,
      { size: SIZES.note, colour: COLOURS.quiet },
      { align: 'center', spacing: { before: 0, after: 80 } },
    ),
  ];
}

/** Points; the file's id stands for its bytes until the archive is written. */
export function drawing(
  fileId: string,
  kind: 'jpg' | 'png',
  width: number,
  height: number,
  title: string,
  media: Media,
): ImageRun {
  const id = String(media.next());
  const [wide, high] = [width, height].map((points) => Math.max(1, Math.round((points * 96) / 72)));
  return new ImageRun({
    type: kind,
    data: Buffer.from(fileId),
    transformation: { width: wide!, height: high! },
    altText: { id, name: `picture-${id}`, title: '', description: title },
  });
}
