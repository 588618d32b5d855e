import Alert from 'antd/es/alert';
import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import type { Cue, DelayPreview, RunSheet } from '../../api/types';
import { notify } from '../../app/notify';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { InputNumber } from '../../components/late';
import { useI18n } from '../../i18n';
import { clockText } from './cues.rules';
import { useUndoDelay } from './useUndoDelay';
import { useWarningText } from './useWarningText';

const OFFERED = [-10, -5, 5, 10, 15, 30] as const;
const MOST = 240;
const UNDO_SECONDS = 12;

interface PreviewProps {
  preview: DelayPreview;
  sheet: RunSheet;
}

function Conflicts({ preview: { stoppedBy, warnings }, sheet }: PreviewProps) {
  const { t } = useI18n();
  const wordOf = useWarningText(sheet);
  const stopped = stoppedBy && sheet.cues.find(({ id }) => id === stoppedBy.id);
  if (!stopped && warnings.length === 0) return null;
  return (
    <Alert
      type="warning"
      className="form-error"
      title={
        stopped
          ? t('runSheet.delay.stopped', {
              title: stopped.title,
              time: clockText(stopped.minute),
              count: stoppedBy.short,
            })
          : t('runSheet.delay.conflicts')
      }
      description={warnings.map((warning, at) => (
        <div key={at}>{wordOf(warning)}</div>
      ))}
    />
  );
}

function Moves({ preview: { moves }, sheet }: PreviewProps) {
  const { t } = useI18n();
  if (moves.length === 0) return <p className="muted">{t('runSheet.delay.none')}</p>;
  return (
    <ul className="delay-moves">
      {moves.map(({ id, from, to }) => (
        <li key={id}>
          <span>
            {from.minute === to.minute
              ? t('runSheet.delay.longer', { from: from.minutes, to: to.minutes })
              : t('runSheet.delay.move', { from: clockText(from.minute), to: clockText(to.minute) })}
          </span>
          <strong>{sheet.cues.find((cue) => cue.id === id)?.title}</strong>
        </li>
      ))}
    </ul>
  );
}

function Touched({ preview: { people, teams, outside } }: Pick<PreviewProps, 'preview'>) {
  const { t, pick } = useI18n();
  const crew = [...teams.map(({ name, nameEn }) => pick(name, nameEn)), ...people.map(({ name }) => name)];
  return (
    <>
      {crew.length > 0 && (
        <p className="field-hint">{t('runSheet.delay.crew', { names: crew.join(t('common.comma')) })}</p>
      )}
      {outside.length > 0 && (
        <p className="field-hint">{t('runSheet.delay.outside', { names: outside.join(t('common.comma')) })}</p>
      )}
    </>
  );
}

/** What a delay moves, asked anew whenever the sheet changes behind the dialog. */
function usePreview(cue: Cue, minutes: number, sheet: RunSheet) {
  const preview = api.useMutation('post', '/api/run-sheet-cues/{id}/delay/preview', {
    meta: { quiet: true, ownRefresh: true },
  });
  const { mutate } = preview;
  const stamp = sheet.cues.reduce((sum, { version }) => sum + version, 0);
  useEffect(() => {
    if (minutes !== 0) mutate({ params: { path: { id: cue.id } }, body: { minutes } });
  }, [mutate, cue.id, minutes, stamp]);
  return preview;
}

interface Props {
  cue: Cue;
  sheet: RunSheet;
  minutes: number;
  onClose: () => void;
}

/** First what moves and whom it touches, then for real. */
export function DelayDialog({ cue, sheet, minutes: first, onClose }: Props) {
  const { t } = useI18n();
  const [minutes, setMinutes] = useState(first);
  const preview = usePreview(cue, minutes, sheet);
  const undo = useUndoDelay();
  const apply = api.useMutation('post', '/api/run-sheet-cues/{id}/delay', {
    meta: { quiet: true },
    onSuccess: ({ delays }) => {
      const own = delays.find(({ day }) => day === cue.day);
      const text = t(minutes > 0 ? 'runSheet.delay.done' : 'runSheet.delay.doneEarly', { count: Math.abs(minutes) });
      if (own) notify.offer(text, { label: t('common.undo'), run: () => undo(own.id) }, UNDO_SECONDS);
      onClose();
    },
  });
  const shown = minutes !== 0 && !preview.isPending ? preview.data : undefined;
  const confirm = () => {
    if (!shown) return;
    const expected = shown.moves.map(({ id, to }) => ({ id, ...to }));
    apply.mutate({ params: { path: { id: cue.id } }, body: { minutes, expected } });
  };
  const value = OFFERED.find((one) => one === minutes);
  const sign = (count: number) => (count > 0 ? `+${count}` : `−${-count}`);
  return (
    <FormModal
      open
      title={t('runSheet.delay.title', { title: cue.title })}
      confirm={t('runSheet.delay.apply')}
      ready={shown !== undefined && shown.moves.length > 0}
      busy={apply.isPending}
      error={apply.error ?? preview.error}
      onSubmit={confirm}
      onClose={onClose}
    >
      <Choices
        legend={t('runSheet.delay.by')}
        value={value === undefined ? null : String(value)}
        choices={OFFERED.map((one) => ({ value: String(one), label: sign(one) }))}
        onChange={(chosen) => setMinutes(Number(chosen))}
      />
      <Field label={t('runSheet.delay.other')} hint={t('runSheet.delay.otherHint')}>
        {(control) => (
          <InputNumber
            {...control}
            min={-MOST}
            max={MOST}
            precision={0}
            value={minutes}
            onChange={(given) => setMinutes(Number(given ?? 0))}
          />
        )}
      </Field>
      <div aria-live="polite">
        {shown && <Conflicts preview={shown} sheet={sheet} />}
        {shown && <Moves preview={shown} sheet={sheet} />}
        {shown && <Touched preview={shown} />}
      </div>
    </FormModal>
  );
}
