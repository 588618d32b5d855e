import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Input, TextArea } from '../../../components/late';
import { useI18n } from '../../../i18n';
import { clockText } from '../../run-sheet/cues.rules';
import { pastedCells } from '../registers/pasted';
import { pastedCues } from './pasted.rules';

interface Props {
  projectId: string;
  day: string;
  place: string;
}

function PasteDialog({ projectId, day, place: first, onClose }: Props & { onClose: () => void }) {
  const { t, locale } = useI18n();
  const [text, setText] = useState('');
  const [place, setPlace] = useState(first);
  const add = api.useMutation('post', '/api/projects/{id}/run-sheet/cues', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const { cues, unread } = pastedCues(pastedCells(text) ?? []);
  const rows = cues.map((cue) => ({ ...cue, day, place: cue.place ?? place }));
  const wrong = Object.values(fieldErrors(add.error, locale)).length > 0;
  return (
    <FormModal
      open
      title={t('runSheet.paste.title')}
      confirm={t('runSheet.paste.confirm', { count: cues.length })}
      ready={cues.length > 0 && rows.every((row) => row.place.trim() !== '')}
      busy={add.isPending}
      error={add.error}
      known={wrong ? [] : undefined}
      onSubmit={() => add.mutate({ params: { path: { id: projectId } }, body: { cues: rows } })}
      onClose={onClose}
    >
      <Field label={t('runSheet.paste.rows')} hint={t('runSheet.paste.hint')}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 5, maxRows: 14 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('runSheet.place')} hint={t('runSheet.paste.placeHint')}>
        {(control) => <Input {...control} value={place} onChange={(event) => setPlace(event.target.value)} />}
      </Field>
      <ol className="paste-shown" aria-live="polite">
        {cues.map(({ minute, minutes, title }, at) => (
          <li key={at}>
            <span>
              {clockText(minute)}–{clockText(minute + minutes)}
            </span>
            {title}
          </li>
        ))}
      </ol>
      {unread > 0 && <p className="field-hint">{t('runSheet.paste.unread', { count: unread })}</p>}
    </FormModal>
  );
}

/** Rows that were written in a spreadsheet. */
export function PasteRows(props: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('runSheet.paste.open')}</Button>
      {open && <PasteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
