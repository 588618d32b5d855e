import Button from 'antd/es/button';
import { useState } from 'react';
import { Popconfirm } from '../../../components/late';
import { api } from '../../../api/client';
import { useI18n } from '../../../i18n';
import { downloadOf, type EvidenceFile, mayBeLookedAt, sizeOf } from './file-lists';
import { FilePreview } from './FilePreview';
import { PickFiles } from './PickFiles';
import type { Uploads } from './useUploads';

interface Props {
  evidence: EvidenceFile;
  older: readonly EvidenceFile[];
  /** Null where nothing may be added. */
  uploads: Uploads | null;
}

/** One file with what can be done with it, and its older versions. */
export function FileLine({ evidence, older, uploads }: Props) {
  const { t } = useI18n();
  return (
    <>
      <Name evidence={evidence} />
      <div className="file-actions">
        <Look evidence={evidence} />
        {uploads && (
          <PickFiles onPick={(files) => void uploads.add(files.slice(0, 1), evidence.id)}>
            {t('files.newVersion')}
          </PickFiles>
        )}
        <Remove evidence={evidence} />
      </div>
      {older.length > 0 && (
        <details>
          <summary>{t('files.older', { count: older.length })}</summary>
          <ul>
            {older.map((version) => (
              <li key={version.id}>
                <Name evidence={version} />
                <Look evidence={version} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Name({ evidence }: { evidence: EvidenceFile }) {
  const { t } = useI18n();
  const { name, bytes, version, mayOpen } = evidence.file;
  return (
    <p className="file-name">
      {mayOpen ? (
        <a href={downloadOf(evidence)} download>
          {name}
        </a>
      ) : (
        name
      )}{' '}
      <small className="muted">
        {sizeOf(bytes)}
        {version > 1 && ` · ${t('files.version', { version })}`}
        {!mayOpen && ` · ${t('files.forLeads')}`}
      </small>
    </p>
  );
}

function Look({ evidence }: { evidence: EvidenceFile }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  if (!mayBeLookedAt(evidence)) return null;
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)} aria-label={t('files.previewOf', { name: evidence.file.name })}>
        {t('files.preview')}
      </Button>
      {open && <FilePreview file={evidence.file} href={downloadOf(evidence)} onClose={() => setOpen(false)} />}
    </>
  );
}

function Remove({ evidence }: { evidence: EvidenceFile }) {
  const { t } = useI18n();
  const remove = api.useMutation('delete', '/api/evidence/{id}/file');
  if (!evidence.file.mayRemove) return null;
  return (
    <Popconfirm
      title={t('files.removeAsk', { name: evidence.file.name })}
      okText={t('files.remove')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate({ params: { path: { id: evidence.id } } })}
    >
      <Button type="text" loading={remove.isPending}>
        {t('files.remove')}
      </Button>
    </Popconfirm>
  );
}
