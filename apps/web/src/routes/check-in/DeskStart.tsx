import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import type { DeskSession } from './DeskSession';

/** Before the first guest: what this device is called. */
export function DeskStart({ session, online }: { session: DeskSession; online: boolean }) {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = () => {
    setBusy(true);
    session
      .open(name.trim())
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <form
      className="panel desk-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') submit();
      }}
    >
      <h2>{t('checkIn.start.title')}</h2>
      <p className="muted">{t('checkIn.start.text')}</p>
      <FormError error={error} known={['/name']} />
      <Field label={t('checkIn.start.name')} hint={t('checkIn.start.nameHint')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" loading={busy} disabled={name.trim() === '' || !online}>
        {t('checkIn.start.begin')}
      </Button>
      {!online && <p className="muted">{t('checkIn.start.offline')}</p>}
    </form>
  );
}
