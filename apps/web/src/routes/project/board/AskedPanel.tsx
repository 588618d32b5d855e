import { Link } from '@tanstack/react-router';
import type { CellItem, StandardAsks } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { Credit } from '../../standards/Credit';
import { type AskedOf, askedOf, levelsOf } from './asked';

function Entries({ title, rows, counted }: { title: string; rows: AskedOf['knowledge']; counted: boolean }) {
  const { t } = useI18n();
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {title}
        <span className="muted">{t('common.entries', { count: rows.length })}</span>
      </summary>
      <ul className="coded">
        {rows.map(({ code, text, count }, index) => (
          <li key={index}>
            <span className="code">{code}</span>
            <span>
              {text}
              {counted && <small>{t('board.asked', { count })}</small>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Levels({ items }: { items: readonly CellItem[] }) {
  const { t } = useI18n();
  const levels = levelsOf(items);
  return (
    <p>
      {t('board.highest')}
      {t('common.colon')}
      <strong>{levels[0] ? t('board.level', { level: levels[0].level }) : t('board.noLevel')}</strong>
      {levels.length > 1 && (
        <span className="muted board-levels">
          {levels.map(({ level, count }) => t('board.levelTimes', { level, count })).join(t('common.comma'))}
        </span>
      )}
    </p>
  );
}

/** Level, knowledge and skills that the standards ask of whoever does these work items, in the standards' own words. */
export function AskedPanel({ items, asks }: { items: readonly CellItem[]; asks: readonly StandardAsks[] }) {
  const { t } = useI18n();
  const asked = askedOf(asks, new Set(items.map(({ id }) => id)));
  const outside = items.filter(({ source }) => source === 'own').length;
  return (
    <section className="board-asks panel" aria-label={t('board.asks')}>
      <h3>
        {t('board.asks')}
        <span className="count">{t('board.asksOf', { count: items.length })}</span>
      </h3>
      {asked.length === 0 ? <p className="muted">{t('board.none')}</p> : <Levels items={items} />}
      {asked.map(({ slug, name, edition, code, knowledge, skills }) => (
        <div key={slug} className="board-standard">
          <h4>
            <Link to="/standards/$slug" params={{ slug }}>
              {name} {edition}
            </Link>
            {code && <span className="muted">{code}</span>}
          </h4>
          <Entries title={t('standard.knowledge')} rows={knowledge} counted={items.length > 1} />
          <Entries title={t('standard.skills')} rows={skills} counted={items.length > 1} />
        </div>
      ))}
      {asked.length > 0 && outside > 0 && <p className="muted">{t('board.outside', { count: outside })}</p>}
      {asked.length > 0 && <Credit />}
    </section>
  );
}
