import { useLayoutEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react';
import type { ScheduleRow } from '../../../api/types';
import { useIsPhone } from '../../../app/useIsPhone';
import { useI18n } from '../../../i18n';
import { type Axis, axisOf, DAY_WIDTH, type Marker, monthsOf, ROWS_AROUND, type Scale, xOf } from './geometry';
import { Head, labelsOf } from './Head';
import { Links } from './Links';
import { Row } from './Row';
import { useRowKeys } from './useRowKeys';
import { useRowsInSight } from './useRowsInSight';

export const ROW_HEIGHT = 46;
const NAME_WIDTH = { desk: 300, phone: 148 };
/** What a landscape page has room for beside the names. */
const PAPER_WIDTH = 700;

/** Lines for the months, the days that rules count from, and today. */
function Lines({ axis, labels }: { axis: Axis; labels: ReturnType<typeof labelsOf> }) {
  return (
    <>
      {monthsOf(axis).map(({ day, x }) => (
        <i key={day} className="timeline-month-line" style={{ left: x }} />
      ))}
      {labels.map(({ text, day, x, now }) => (
        <i
          key={`${text} ${day}`}
          className={now ? 'timeline-today-line' : 'timeline-marker-line'}
          style={{ left: x }}
        />
      ))}
    </>
  );
}

interface Props {
  rows: readonly ScheduleRow[];
  markers: readonly Marker[];
  today: string;
  scale: Scale;
  projectId: string;
  titles: ReadonlyMap<string, string>;
  label: string;
}

/** For the style sheet: what the names cover. */
const names = (width: number) => ({ '--timeline-name': `${width}px` }) as CSSProperties;

/** Opens at the first work that is still to be done, not at what is long behind. */
function useOpenAt(box: RefObject<HTMLElement | null>, rows: readonly ScheduleRow[]) {
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current || !box.current) return;
    opened.current = true;
    const first = rows.findIndex(({ doneDay }) => doneDay === null);
    box.current.scrollTop = Math.max(0, first - 1) * ROW_HEIGHT;
  }, [box, rows]);
}

/** Bars on a time axis. Only the rows in sight are in the document, however many there are. */
export function Chart({ rows, markers, today, scale, projectId, titles, label }: Props) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const nameWidth = useIsPhone() ? NAME_WIDTH.phone : NAME_WIDTH.desk;
  const { first, last, printing } = useRowsInSight(box, ROW_HEIGHT, rows.length);
  const { active, setActive, onKeyDown } = useRowKeys(box, ROW_HEIGHT, rows.length);
  // There is always one row in the document that can be tabbed to.
  const stop = active >= first && active <= last ? active : Math.min(first + ROWS_AROUND, last);
  const axis = useMemo(() => {
    const shown = rows.flatMap((row) => [row.startDay, row.dueDay, row.baselineStartDay, row.baselineDueDay]);
    const expected = rows.map(({ expectedDueDay }) => expectedDueDay);
    const all = [...shown, ...expected, ...markers.map(({ day }) => day), today];
    const wide = axisOf(all, DAY_WIDTH[scale]);
    return printing ? axisOf(all, Math.min(DAY_WIDTH[scale], PAPER_WIDTH / wide.days)) : wide;
  }, [rows, markers, today, scale, printing]);
  const labels = labelsOf(axis, markers, today, t('timeline.today'));
  const now = xOf(axis, today);
  // Opens at today, with a little of what was before.
  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollLeft = Math.max(0, now - (element.clientWidth - nameWidth) / 3);
  }, [now, nameWidth]);
  useOpenAt(box, rows);
  const width = nameWidth + axis.width;
  return (
    <div className="timeline" ref={box} role="region" aria-label={label} style={names(nameWidth)}>
      {/* Here, because in a style sheet it would turn the paper of every page that is printed afterwards. */}
      <style media="print">{'@page { size: A4 landscape }'}</style>
      <Head
        axis={axis}
        labels={labels}
        weeks={scale === 'weeks' && !printing}
        nameWidth={nameWidth}
        name={t('word.workItems')}
      />
      <div className="timeline-body" style={{ width, height: rows.length * ROW_HEIGHT }}>
        <div className="timeline-lines" style={{ left: nameWidth, width: axis.width }} aria-hidden>
          <Lines axis={axis} labels={labels} />
          <Links rows={rows} first={first} last={last} axis={axis} rowHeight={ROW_HEIGHT} />
        </div>
        <ul onKeyDown={onKeyDown}>
          {rows.slice(first, last + 1).map((row, offset) => (
            <Row
              key={row.id}
              row={row}
              index={first + offset}
              count={rows.length}
              top={(first + offset) * ROW_HEIGHT}
              {...{ axis, nameWidth, projectId, today, titles }}
              focusable={first + offset === stop}
              onFocus={() => setActive(first + offset)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
