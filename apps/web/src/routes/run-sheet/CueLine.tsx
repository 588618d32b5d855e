import type { Cue, RunSheet } from '../../api/types';
import { CallButtons } from './CallButtons';
import { CueLinks, CueMarks, CueTime, LateMark, useWho } from './CueParts';

/** A cue in the day's list; unfolded, all that it says and what can be called. */
export function CueLine({ cue, sheet }: { cue: Cue; sheet: RunSheet }) {
  const who = useWho()(cue);
  return (
    <li className={`cue-line cue-line-${cue.state}${cue.mine ? ' cue-line-mine' : ''}`} id={`cue-${cue.id}`}>
      <details>
        <summary>
          <CueTime cue={cue} />
          <span className="cue-what">
            <strong>{cue.title}</strong>
            <small className="muted">{[cue.place, who].filter(Boolean).join(' · ')}</small>
          </span>
          <span className="cue-marks">
            <LateMark cue={cue} />
            <CueMarks cue={cue} />
          </span>
        </summary>
        {cue.notes && <p className="cue-notes">{cue.notes}</p>}
        <CueLinks cue={cue} projectId={sheet.projectId} />
        <CallButtons cue={cue} sheet={sheet} all />
      </details>
    </li>
  );
}
