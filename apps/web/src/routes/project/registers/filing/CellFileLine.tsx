import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../../api/client';
import type { CellFile, RegisterRow } from '../../../../api/types';
import { Popconfirm } from '../../../../components/late';
import { useI18n } from '../../../../i18n';
import { isPdf, isPicture, shownAt, sizeOf } from '../../../item/files/file-lists';
import { FilePreview } from '../../../item/files/FilePreview';
import { fileOf } from './cellFiles';

interface Props {
  file: CellFile;
  mayRemove: boolean;
  onRemoved: (row: RegisterRow) => void;
}

function Remove({ file, onRemoved }: Omit<Props, 'mayRemove'>) {
  const { t } = useI18n();
  const remove = api.useMutation('delete', '/api/cell-files/{id}', { onSuccess: onRemoved });
  return (
    <Popconfirm
      title={t('files.removeAsk', { name: file.name })}
      okText={t('files.remove')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate({ params: { path: { id: file.id } } })}
    >
      <Button
        type="text"
        size="small"
        loading={remove.isPending}
        aria-label={t('register.files.remove', { name: file.name })}
      >
        {t('files.remove')}
      </Button>
    </Popconfirm>
  );
}

/** One file of a cell: a picture to look at, or its name, with what can be done with it. */
export function CellFileLine({ file, mayRemove, onRemoved }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const href = fileOf(file);
  const shown = isPicture({ file }) || isPdf({ file });
  const look = t('files.previewOf', { name: file.name });
  return (
    <li className="cell-file">
      {isPicture({ file }) && (
        <button type="button" className="cell-thumb" aria-label={look} onClick={() => setOpen(true)}>
          <img
            src={shownAt(href)}
            alt=""
            loading="lazy"
            width={file.width ?? undefined}
            height={file.height ?? undefined}
          />
        </button>
      )}
      <span className="cell-file-name">
        <a href={href} download>
          {file.name}
        </a>{' '}
        <small className="muted">{sizeOf(file.bytes)}</small>
      </span>
      {isPdf({ file }) && (
        <Button type="text" size="small" aria-label={look} onClick={() => setOpen(true)}>
          {t('files.preview')}
        </Button>
      )}
      {mayRemove && <Remove file={file} onRemoved={onRemoved} />}
      {open && shown && <FilePreview file={file} href={href} onClose={() => setOpen(false)} />}
    </li>
  );
}
