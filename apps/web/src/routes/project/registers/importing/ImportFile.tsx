import Button from 'antd/es/button';
import { useRef, useState, type DragEvent } from 'react';
import { useI18n } from '../../../../i18n';
import type { Importing } from './useImport';

/** Chosen, or dropped. */
export function ImportFile({ importing }: { importing: Importing }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) importing.choose(file);
  };
  return (
    <div
      className={over ? 'import-file drop-here' : 'import-file'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) importing.choose(file);
          // The same file may be chosen again, after it was put right.
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('register.import.choose')}</Button>
      <span className="muted">{importing.file?.name ?? t('register.import.kinds')}</span>
    </div>
  );
}
