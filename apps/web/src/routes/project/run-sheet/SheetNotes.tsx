import Button from 'antd/es/button';
import type { RunSheet } from '../../../api/types';
import { formatTime } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { useUndoDelay } from '../../run-sheet/useUndoDelay';
import { useWarningText } from '../../run-sheet/useWarningText';

interface Props {
  sheet: RunSheet;
  day: string;
}

/** The day's last delay, which can be taken back. */
export function LastDelay({ sheet, day }: Props) {
  const { t } = useI18n();
  const undo = useUndoDelay();
  const delay = sheet.delays.find((one) => one.day === day);
  if (!delay) return null;
  const { id, title, minutes, by, at } = delay;
  const told = { title, count: Math.abs(minutes), name: by?.name ?? '', at: formatTime(at, sheet.zone) };
  return (
    <p className="sheet-delay" role="status">
      <span>{t(minutes > 0 ? 'runSheet.delay.last' : 'runSheet.delay.lastEarly', told)}</span>
      {sheet.mayCall && (
        <Button size="small" onClick={() => undo(id)}>
          {t('common.undo')}
        </Button>
      )}
    </p>
  );
}

/** What is likely a mistake on this day. */
export function SheetWarnings({ sheet, day }: Props) {
  const { t } = useI18n();
  const wordOf = useWarningText(sheet);
  const ofDay = new Set(sheet.cues.filter((cue) => cue.day === day).map(({ id }) => id));
  const shown = sheet.warnings.filter(({ cueId, kind }) => ofDay.has(cueId) && kind !== 'outside-days');
  const outside = sheet.warnings.some(({ cueId, kind }) => ofDay.has(cueId) && kind === 'outside-days');
  if (shown.length === 0 && !outside) return null;
  return (
    <section className="sheet-warnings" aria-label={t('runSheet.warning.title')}>
      <strong>{t('runSheet.warning.title')}</strong>
      <ul>
        {outside && <li>{t('runSheet.warning.outsideDay')}</li>}
        {shown.map((warning, at) => (
          <li key={at}>
            <a href={`#cue-${warning.cueId}`}>{wordOf(warning)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
