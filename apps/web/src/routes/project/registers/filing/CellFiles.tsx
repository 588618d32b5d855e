import { useEffect, useEffectEvent, useRef } from 'react';
import type { RegisterColumn, RegisterRow } from '../../../../api/types';
import { useI18n } from '../../../../i18n';
import { AddFiles } from '../../../item/files/AddFiles';
import { UploadList } from '../../../item/files/UploadList';
import { useDropAndPaste } from '../../../item/files/useDropAndPaste';
import { useUploads } from '../../../item/files/useUploads';
import { refreshRegister, showRow } from '../useRegister';
import { CellFileLine } from './CellFileLine';
import { filesIn, filesOf } from './cellFiles';
import '../../../../styles/item.css';

interface Props {
  column: RegisterColumn;
  row: RegisterRow;
  mayWrite: boolean;
  /** Sent at once, such as what was dropped on the cell. */
  given?: readonly File[];
  /** As a file that came or went has left it. */
  onRow: (row: RegisterRow) => void;
}

/** The files of one cell: chosen, dropped, pasted, or taken with a phone's camera. */
export function CellFiles({ column, row, mayWrite, given = [], onRow }: Props) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const changed = (next: RegisterRow) => {
    showRow(next);
    onRow(next);
    void refreshRegister(next.registerId);
  };
  const uploads = useUploads(filesOf(row, column), (answer) => changed(answer as RegisterRow));
  const { over, handlers } = useDropAndPaste(box, mayWrite ? (files) => void uploads.add(files) : null);
  const sent = useRef(false);
  const send = useEffectEvent(() => {
    if (sent.current || given.length === 0 || !mayWrite) return;
    sent.current = true;
    void uploads.add(given);
  });
  useEffect(() => send(), []);
  const files = filesIn(row, column);
  return (
    <div ref={box} className={over ? 'cell-files drop-here' : 'cell-files'} {...handlers}>
      {files.length === 0 && uploads.all.length === 0 && <p className="muted">{t('register.files.none')}</p>}
      <ul>
        {files.map((file) => (
          <CellFileLine key={file.id} file={file} mayRemove={mayWrite} onRemoved={changed} />
        ))}
      </ul>
      <UploadList uploads={uploads} />
      {mayWrite && (
        <div className="cell-files-add">
          <AddFiles uploads={uploads} />
        </div>
      )}
    </div>
  );
}
