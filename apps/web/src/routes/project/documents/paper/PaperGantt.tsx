import type { PaperBlock } from '../../../../api/types';
import { placeOf } from './gantt.rules';

type Gantt = Extract<PaperBlock, { type: 'gantt' }>;
type Bars = Extract<PaperBlock, { type: 'bars' }>;

const styleOf = (place: { left: number; width: number }) => ({
  insetInlineStart: `${place.left}%`,
  inlineSize: `${place.width}%`,
});

function GanttRow({ row, gantt }: { row: Gantt['rows'][number]; gantt: Gantt }) {
  const { label, start, due, baseline, state, group } = row;
  if (label === undefined) return <li className="paper-gantt-group">{group}</li>;
  const bar = placeOf({ start, due }, gantt);
  const planned = baseline && placeOf(baseline, gantt);
  return (
    <li className="paper-gantt-row">
      <span className="paper-gantt-label">{label}</span>
      <span className="paper-gantt-track">
        {planned && <span className="paper-gantt-planned" style={styleOf(planned)} />}
        {bar && <span className={`paper-gantt-bar paper-gantt-${state ?? 'open'}`} style={styleOf(bar)} />}
      </span>
      <span className="paper-gantt-days">{[start, due].filter(Boolean).join(' – ')}</span>
    </li>
  );
}

/** Bars between two days; each says its days in words too. */
export function PaperGantt({ gantt }: { gantt: Gantt }) {
  return (
    <figure className="paper-gantt">
      <figcaption>
        {gantt.caption} <small>{`${gantt.from} – ${gantt.to}`}</small>
      </figcaption>
      <ul>
        {gantt.rows.map((row, place) => (
          <GanttRow key={place} row={row} gantt={gantt} />
        ))}
      </ul>
    </figure>
  );
}

export function PaperBars({ bars }: { bars: Bars }) {
  return (
    <figure className="paper-bars">
      {bars.caption && <figcaption>{bars.caption}</figcaption>}
      <ul>
        {bars.items.map(({ label, value, shown, tone }, place) => (
          <li key={place}>
            <span>{label}</span>
            <span className="paper-bar-track">
              <span
                className={`paper-bar paper-bar-${tone ?? 'plain'}`}
                style={{ inlineSize: `${bars.of > 0 ? Math.min(100, (value / bars.of) * 100) : 0}%` }}
              />
            </span>
            <span>{shown}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
