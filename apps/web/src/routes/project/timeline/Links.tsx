import type { ScheduleRow } from '../../../api/types';
import { type Axis, barOf } from './geometry';

interface Props {
  rows: readonly ScheduleRow[];
  first: number;
  last: number;
  axis: Axis;
  rowHeight: number;
}

/** How far a line runs out of a bar before it turns. */
const TURN = 6;

/** Lines from predecessors to the work that waits for them, as far as either end is in sight. */
export function Links({ rows, first, last, axis, rowHeight }: Props) {
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const inSight = (index: number) => index >= first && index <= last;
  const lines = rows.flatMap((row, to) => {
    const end = barOf(axis, row.startDay, row.dueDay);
    if (!end) return [];
    return row.predecessors.flatMap(({ id }) => {
      const from = places.get(id);
      if (from === undefined || !(inSight(from) || inSight(to))) return [];
      const before = rows[from]!;
      const start = barOf(axis, before.startDay, before.dueDay);
      if (!start) return [];
      const [x1, y1] = [start.x + start.width, (from - first) * rowHeight + BAR_MIDDLE];
      const [x2, y2] = [end.x, (to - first) * rowHeight + BAR_MIDDLE];
      const critical = before.critical && row.critical;
      return [{ key: `${id} ${row.id}`, critical, d: elbow(x1, y1, x2, y2, rowHeight) }];
    });
  });
  const height = (last - first + 1) * rowHeight;
  return (
    <svg className="timeline-links" style={{ top: first * rowHeight }} width={axis.width} height={height} aria-hidden>
      {lines.map(({ key, critical, d }) => (
        <path key={key} d={d} className={critical ? 'timeline-link-critical' : undefined} />
      ))}
    </svg>
  );
}

/** Where the middle of a bar is in its row. */
const BAR_MIDDLE = 16;

/** Straight down where there is room, else out, back between the rows, and in again; ends in a small head. */
function elbow(x1: number, y1: number, x2: number, y2: number, rowHeight: number): string {
  const head = `M${x2 - 4},${y2 - 3} L${x2},${y2} L${x2 - 4},${y2 + 3}`;
  if (x2 - x1 >= 2 * TURN) return `M${x1},${y1} H${x1 + TURN} V${y2} H${x2} ${head}`;
  const between = y1 + (y2 > y1 ? 1 : -1) * (rowHeight - BAR_MIDDLE);
  return `M${x1},${y1} H${x1 + TURN} V${between} H${x2 - TURN} V${y2} H${x2} ${head}`;
}
