import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { type Axis, lanesOf, type Marker, monthsOf, weeksOf, xOf } from './geometry';

/** What a label takes at 12 px: a Chinese character or so a letter and a half. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12.5 : 7), 12);

export const LANE = 20;

/** Names of the anchors and of today, one below the other where they are close. */
export function labelsOf(axis: Axis, markers: readonly Marker[], today: string, todayName: string) {
  const all = [...markers.map((one) => ({ ...one, now: false })), { name: todayName, day: today, now: true }];
  return lanesOf(
    all.map((marker) => {
      const text = `${marker.name} ${formatDay(marker.day, true)}`;
      return { ...marker, foremost: marker.now, text, x: xOf(axis, marker.day), width: widthOf(text) };
    }),
    axis.width,
  );
}

interface Props {
  axis: Axis;
  labels: ReturnType<typeof labelsOf>;
  weeks: boolean;
  nameWidth: number;
  name: string;
}

/** Months, weeks, and the names of the days that the rules count from. */
export function Head({ axis, labels, weeks, nameWidth, name }: Props) {
  const { t } = useI18n();
  const lanes = Math.max(...labels.map(({ lane }) => lane)) + 1;
  return (
    <div className="timeline-head" style={{ width: nameWidth + axis.width }}>
      <div className="timeline-corner" style={{ width: nameWidth }}>
        {name}
      </div>
      <div className="timeline-scale" style={{ width: axis.width }} aria-hidden>
        <div className="timeline-months">
          {monthsOf(axis).map(({ day, x, width }) => (
            <span key={day} style={{ left: x, width }}>
              <b>
                {width < 90
                  ? t('timeline.monthShort', { month: Number(day.slice(5, 7)) })
                  : t('timeline.month', { year: day.slice(0, 4), month: day.slice(5, 7) })}
              </b>
            </span>
          ))}
        </div>
        {weeks && (
          <div className="timeline-weeks">
            {weeksOf(axis).map(({ day, x, width }) => (
              <span key={day} style={{ left: x, width }}>
                {day.slice(5).replace('-', '/')}
              </span>
            ))}
          </div>
        )}
        <div className="timeline-labels" style={{ height: lanes * LANE + 4 }}>
          {labels.map(({ text, day, left, width, lane, side, now }) => (
            <span
              key={`${text} ${day}`}
              className={`timeline-label timeline-label-${side}${now ? ' timeline-label-today' : ''}`}
              style={{ left, width, top: lane * LANE }}
            >
              {text}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
