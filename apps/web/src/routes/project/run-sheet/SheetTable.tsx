import Button from 'antd/es/button';
import type { Cue, RunSheet } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { CueLinks, CueMarks, CueTime, LateMark, useWho } from '../../run-sheet/CueParts';

interface RowProps {
  cue: Cue;
  sheet: RunSheet;
  here: boolean;
  onOpen: (cue: Cue) => void;
  onDelay: (cue: Cue) => void;
}

function Row({ cue, sheet, here, onOpen, onDelay }: RowProps) {
  const { t } = useI18n();
  const who = useWho()(cue);
  const { id, title, notes, place, state, fixed, minutes } = cue;
  const open = state === 'waiting' || state === 'running';
  const late = sheet.mayCall && open && !(fixed && state === 'waiting');
  const classes = ['sheet-row', `sheet-row-${state}`, here && 'sheet-here', cue.mine && 'sheet-mine'];
  return (
    <tr id={`cue-${id}`} className={classes.filter(Boolean).join(' ')}>
      <td className="sheet-time">
        <CueTime cue={cue} /> <LateMark cue={cue} />
      </td>
      <td className="sheet-minutes">{minutes > 0 ? minutes : '–'}</td>
      <td>{place}</td>
      <td className="sheet-what">
        {sheet.mayEdit ? (
          <button type="button" className="sheet-title" onClick={() => onOpen(cue)}>
            {title}
          </button>
        ) : (
          <strong>{title}</strong>
        )}
        <span className="cue-marks">
          <CueMarks cue={cue} />
        </span>
        {notes && <p className="cue-notes">{notes}</p>}
      </td>
      <td>{who}</td>
      <td>
        <CueLinks cue={cue} projectId={sheet.projectId} />
      </td>
      <td className="sheet-do">
        {late && (
          <Button size="small" aria-label={t('runSheet.delay.of', { title })} onClick={() => onDelay(cue)}>
            {t('runSheet.delay.word')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface Props extends Pick<RowProps, 'sheet' | 'onOpen' | 'onDelay'> {
  cues: readonly Cue[];
  caption: string;
  /** The row under the cursor. */
  cursor: string | null;
}

/** A day by time; on paper its heads stand on every sheet. */
export function SheetTable({ cues, caption, cursor, ...rest }: Props) {
  const { t } = useI18n();
  const heads = ['time', 'minutesShort', 'place', 'what', 'who', 'files'] as const;
  return (
    <table className="sheet-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={`sheet-head-${head}`}>
              {t(`runSheet.head.${head}`)}
            </th>
          ))}
          <th className="sheet-do" aria-label={t('runSheet.delay.word')} />
        </tr>
      </thead>
      <tbody>
        {cues.map((cue) => (
          <Row key={cue.id} cue={cue} here={cue.id === cursor} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
