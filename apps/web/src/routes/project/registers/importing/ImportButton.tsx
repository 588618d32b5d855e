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
  const { preview, looking, taking, error } = importing;
  const ready = preview !== undefined && !looking && preview.problemCount === 0 && preview.rows > 0;
  return (
    <FormModal
      open
      title={t('register.import.title')}
      confirm={preview ? t('register.import.do', { count: preview.rows }) : t('register.import.title')}
      ready={ready}
      busy={taking}
      error={error}
      onSubmit={importing.submit}
      onClose={onClose}
    >
      <ImportFile importing={importing} />
      {looking && (
        <p className="muted" role="status">
          {t('register.import.looking')}
        </p>
      )}
      {preview && (
        <>
          <ImportHow register={register} importing={importing} preview={preview} />
          <ImportOutcome register={register} preview={preview} />
        </>
      )}
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
