import Button from 'antd/es/button';
import { useState } from 'react';
import type { Register } from '../../../../api/types';
import { FormModal } from '../../../../components/FormModal';
import { useI18n } from '../../../../i18n';
import { ImportHow } from './ImportHow';
import { ImportOutcome } from './ImportOutcome';
import { ImportFile } from './ImportFile';
import { useImport } from './useImport';

function ImportDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const { t } = useI18n();
  const importing = useImport(register.id, onClose);
  const { shown, settled, looking, taking, error } = importing;
  const ready = settled !== undefined && settled.problemCount === 0 && settled.rows > 0;
  return (
    <FormModal
      open
      title={t('register.import.title')}
      confirm={shown ? t('register.import.do', { count: shown.rows }) : t('register.import.title')}
      ready={ready}
      busy={taking}
      error={error}
      onSubmit={importing.submit}
      onClose={onClose}
    >
      <ImportFile importing={importing} />
      {shown && <ImportHow register={register} importing={importing} preview={shown} />}
      {looking && (
        <p className="muted" role="status">
          {t('register.import.looking')}
        </p>
      )}
      {settled && <ImportOutcome register={register} preview={settled} />}
    </FormModal>
  );
}

/** Reads a file into a list: which column goes where, what would come of it, and then all of it. */
export function ImportButton({ register }: { register: Register }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('register.import.button')}</Button>
      {open && <ImportDialog register={register} onClose={() => setOpen(false)} />}
    </>
  );
}
