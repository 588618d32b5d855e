import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { Cue, CueState, RunSheet } from '../../api/types';
import { useOnline } from '../../app/useOnline';
import { useI18n } from '../../i18n';
import { DelayDialog } from './DelayDialog';

interface Props {
  cue: Cue;
  sheet: RunSheet;
  /** Also what is rarely called: left out, taken back. */
  all?: boolean;
}

const TO: Record<CueState, CueState> = { waiting: 'running', running: 'done', done: 'waiting', skipped: 'waiting' };
const QUICK = [5, 10];

/** For whoever calls the show: begin, end, later by five or ten. */
export function CallButtons({ cue, sheet, all = false }: Props) {
  const { t } = useI18n();
  const online = useOnline();
  const [delay, setDelay] = useState<number | null>(null);
  const call = api.useMutation('post', '/api/run-sheet-cues/{id}/state');
  if (!sheet.mayCall) return null;
  const { state, fixed, id, title } = cue;
  const set = (to: CueState) => call.mutate({ params: { path: { id } }, body: { state: to } });
  const open = state === 'waiting' || state === 'running';
  const next = TO[state];
  const disabled = !online || call.isPending;
  return (
    <div className="call-buttons">
      {(open || all) && (
        <Button
          size="large"
          type={open ? 'primary' : 'default'}
          disabled={disabled}
          aria-label={t(`runSheet.call.${next}Of`, { title })}
          onClick={() => set(next)}
        >
          {t(`runSheet.call.${next}`)}
        </Button>
      )}
      {open &&
        !(fixed && state === 'waiting') &&
        QUICK.map((minutes) => (
          <Button
            key={minutes}
            size="large"
            disabled={!online}
            aria-label={t('runSheet.delay.ofBy', { title, count: minutes })}
            onClick={() => setDelay(minutes)}
          >
            +{minutes}
          </Button>
        ))}
      {all && state === 'waiting' && (
        <Button size="large" disabled={disabled} onClick={() => set('skipped')}>
          {t('runSheet.call.skipped')}
        </Button>
      )}
      {all && state === 'running' && (
        <Button size="large" disabled={disabled} onClick={() => set('waiting')}>
          {t('runSheet.call.waiting')}
        </Button>
      )}
      {delay !== null && <DelayDialog cue={cue} sheet={sheet} minutes={delay} onClose={() => setDelay(null)} />}
    </div>
  );
}
