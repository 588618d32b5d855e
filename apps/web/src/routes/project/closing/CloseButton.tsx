import Button from 'antd/es/button';
import { useState } from 'react';
import { TextArea } from '../../../components/late';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';

interface Props {
  open: number;
  waived: number;
  close: (note: string) => Promise<unknown>;
}

/** Closes the project once nothing is open, after saying what that means. */
export function CloseButton({ open, waived, close }: Props) {
  const { t } = useI18n();
  const [asks, setAsks] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = () => {
    setBusy(true);
    setError(null);
    close(note.trim())
      .then(() => setAsks(false), setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button type="primary" disabled={open > 0} onClick={() => setAsks(true)}>
        {t('settings.close')}
      </Button>
      <FormModal
        open={asks}
        title={t('closing.ask')}
        confirm={t('settings.close')}
        busy={busy}
        error={error}
        onSubmit={submit}
        onClose={() => setAsks(false)}
      >
        <p>{t('closing.means')}</p>
        {waived > 0 && <p className="muted">{t('closing.without', { count: waived })}</p>}
        <Field label={t('closing.note')} optional>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </FormModal>
    </>
  );
}
