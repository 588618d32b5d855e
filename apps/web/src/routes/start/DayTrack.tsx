import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { trackOf, type TrackMark } from './trackGeometry';

/** The same days that stand below as fields, drawn in proportion; for the eye alone. */
export function DayTrack({ marks, today }: { marks: readonly TrackMark[]; today: string }) {
  const { t } = useI18n();
  const track = trackOf(marks, today);
  if (!track) return null;
  const opening = track.marks.find(({ key }) => key === 'opening');
  const closing = track.marks.find(({ key }) => key === 'closing');
  const place = (mark: (typeof track.marks)[number]) =>
    mark.leftwards ? { right: `${100 - mark.at}%` } : { left: `${mark.at}%` };
  return (
    <div className="day-track" aria-hidden style={{ ['--lanes' as string]: track.lanes }}>
      {track.marks.map((mark) => (
        <span
          key={mark.key}
          className={mark.leftwards ? 'day-track-mark leftwards' : 'day-track-mark'}
          title={formatDay(mark.day)}
          style={{ ...place(mark), ['--lane' as string]: mark.lane }}
        >
          {mark.label}
        </span>
      ))}
      <div className="day-track-line">
        <b className="day-track-today">{t('start.today')}</b>
        {opening && closing && (
          <i
            className="day-track-event"
            style={{ left: `${opening.at}%`, width: `max(6px, ${closing.at - opening.at}%)` }}
          />
        )}
        {track.marks.map((mark) => (
          <i key={mark.key} className="day-track-dot" style={{ left: `${mark.at}%` }} />
        ))}
      </div>
      <div className="day-track-months">
        {track.months.map(({ month, at }) => (
          <span key={month} style={{ left: `${at}%` }}>
            {month.replace('-', '/')}
          </span>
        ))}
      </div>
    </div>
  );
}
