import type { PaperBlock } from '../../../../api/types';

type Pictures = Extract<PaperBlock, { type: 'pictures' }>;
type Cards = Extract<PaperBlock, { type: 'cards' }>;

export function PaperPictures({ pictures: { columns, items } }: { pictures: Pictures }) {
  return (
    <ul className={`paper-pictures paper-columns-${columns}`}>
      {items.map(({ fileId, caption, width, height }) => (
        <li key={fileId}>
          <img
            src={`/api/evidence/${fileId}/file?preview=1`}
            alt={caption}
            width={width}
            height={height}
            loading="lazy"
          />
          <span>{caption}</span>
        </li>
      ))}
    </ul>
  );
}

/** The words of each card; its code is drawn in the file alone. */
export function PaperCards({ cards: { items, width, height } }: { cards: Cards }) {
  return (
    <ul className="paper-cards">
      {items.map(({ lines, align }, place) => (
        <li key={place} className={`paper-card paper-card-${align}`} style={{ aspectRatio: `${width} / ${height}` }}>
          {lines.map(({ text, bold, tone }, at) => (
            <span key={at} className={`${bold ? 'paper-card-bold' : ''} ${tone === 'quiet' ? 'muted' : ''}`.trim()}>
              {text}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
