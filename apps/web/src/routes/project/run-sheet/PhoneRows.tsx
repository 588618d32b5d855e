import Button from 'antd/es/button';
import type { Cue, RunSheet } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { CueLinks, CueMarks, CueTime, LateMark, useWho } from '../../run-sheet/CueParts';

interface Props {
  cues: readonly Cue[];
  sheet: RunSheet;
  onOpen: (cue: Cue) => void;
  onDelay: (cue: Cue) => void;
}

function PhoneRow({ cue, sheet, onOpen, onDelay }: Omit<Props, 'cues'> & { cue: Cue }) {
  const { t } = useI18n();
  const who = useWho()(cue);
  const { id, title, place, notes, state, fixed } = cue;
  const open = state === 'waiting' || state === 'running';
  return (
    <li id={`cue-${id}`} className={`cue-line cue-line-${state}${cue.mine ? ' cue-line-mine' : ''}`}>
      <details>
        <summary>
          <CueTime cue={cue} />
          <span className="cue-what">
            <strong>{title}</strong>
            <small className="muted">{[place, who].filter(Boolean).join(' · ')}</small>
          </span>
          <span className="cue-marks">
            <LateMark cue={cue} />
            <CueMarks cue={cue} />
          </span>
        </summary>
        {notes && <p className="cue-notes">{notes}</p>}
        <CueLinks cue={cue} projectId={sheet.projectId} />
        <div className="call-buttons">
          {sheet.mayEdit && (
            <Button size="large" onClick={() => onOpen(cue)}>
              {t('common.edit')}
            </Button>
          )}
          {sheet.mayCall && open && !(fixed && state === 'waiting') && (
            <Button size="large" onClick={() => onDelay(cue)}>
              {t('runSheet.delay.word')}
            </Button>
          )}
        </div>
      </details>
    </li>
  );
}

/** A day as a list, where a table would not fit. */
export function PhoneRows({ cues, ...rest }: Props) {
  return (
    <ul className="cue-lines panel">
      {cues.map((cue) => (
        <PhoneRow key={cue.id} cue={cue} {...rest} />
      ))}
    </ul>
  );
}
