import { Link } from '@tanstack/react-router';
import type { PaperBlock, PaperPreview } from '../../../../api/types';
import { useI18n } from '../../../../i18n';
import { isOwnPath } from '../documents.rules';
import { PaperCards, PaperPictures } from './PaperPictures';
import { PaperBars, PaperGantt } from './PaperGantt';
import { PaperTable } from './PaperTable';

type Of<T extends PaperBlock['type']> = Extract<PaperBlock, { type: T }>;

function Heading({ block: { level, text } }: { block: Of<'heading'> }) {
  if (level === 1) return <h3 className="paper-h1">{text}</h3>;
  return level === 2 ? <h4 className="paper-h2">{text}</h4> : <h5 className="paper-h3">{text}</h5>;
}

function Missing({ block: { what, where, href } }: { block: Of<'missing'> }) {
  return (
    <p className="paper-missing">
      <strong>{what}</strong> {isOwnPath(href) ? <Link to={href}>{where}</Link> : where}
    </p>
  );
}

function Facts({ block: { rows } }: { block: Of<'facts'> }) {
  return (
    <dl className="paper-facts">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Block({ block }: { block: PaperBlock }) {
  if (block.type === 'heading') return <Heading block={block} />;
  if (block.type === 'text') return <p className={`paper-text paper-${block.tone ?? 'body'}`}>{block.text}</p>;
  if (block.type === 'facts') return <Facts block={block} />;
  if (block.type === 'table') return <PaperTable table={block} />;
  if (block.type === 'gantt') return <PaperGantt gantt={block} />;
  if (block.type === 'bars') return <PaperBars bars={block} />;
  if (block.type === 'pictures') return <PaperPictures pictures={block} />;
  if (block.type === 'cards') return <PaperCards cards={block} />;
  if (block.type === 'missing') return <Missing block={block} />;
  if (block.type === 'break') return <hr className="paper-break" />;
  if (block.type === 'items') {
    const List = block.numbered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </List>
    );
  }
  if (block.type === 'signatures')
    return (
      <ul className="paper-signatures">
        {block.labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    );
  return null;
}

/** A document as it would be printed, in words and tables, for looking through before it is made. */
export function PaperView({ paper }: { paper: PaperPreview }) {
  const { t } = useI18n();
  return (
    <article className={`paper paper-${paper.page}`} lang={paper.language} aria-label={t('documents.preview')}>
      <h2 className="paper-title">{paper.title}</h2>
      {paper.subtitle.map((line) => (
        <p key={line} className="paper-subtitle">
          {line}
        </p>
      ))}
      {paper.blocks.map((block, place) => (
        <Block key={place} block={block} />
      ))}
    </article>
  );
}
