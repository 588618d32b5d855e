import { useState } from 'react';
import { Modal } from '../../components/late';
import { fieldErrors } from '../../api/problem';
import type { Deliverable, WorkItem } from '../../api/types';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { AddFiles } from './files/AddFiles';
import { inView, isFile } from './files/file-lists';
import { UploadList } from './files/UploadList';
import type { Uploads } from './files/useUploads';
import { evidenceHint, mayStayEmpty } from './evidenceHint';
import { EvidenceFields, evidenceOf, NO_EVIDENCE } from './EvidenceFields';
import { useHandIn } from './useHandIn';

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
  /** Null where nothing may be added. */
  uploads: Uploads | null;
  onClose: () => void;
}

export function SubmitModal({ deliverable, item, uploads, onClose }: Props) {
  const { t, locale, pick } = useI18n();
  const [given, setGiven] = useState(NO_EVIDENCE);
  const submit = useHandIn(deliverable, item, { quiet: true, onSuccess: onClose });
  const files = inView(deliverable.evidenceList).filter(isFile);
  const errors = fieldErrors(submit.error, locale);
  const hint = evidenceHint(deliverable);
  const verb = deliverable.accepter ? t('deliverable.submit') : t('deliverable.deliver');
  return (
    <Modal
      open
      title={`${verb}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
      okText={verb}
      cancelText={t('common.cancel')}
      confirmLoading={submit.isPending}
      okButtonProps={{ disabled: uploads?.all.some(({ error }) => !error) }}
      onOk={() => submit.mutate(evidenceOf(given))}
      onCancel={onClose}
    >
      <FormError error={submit.error} known={['/note', '/link']} />
      {hint && <p className="muted">{t(`deliverable.evidenceHint.${hint}`)}</p>}
      {uploads && (
        <div className="submit-files">
          <AddFiles uploads={uploads} />
          <UploadList uploads={uploads} />
          <ul>
            {files.map(({ id, file }) => (
              <li key={id}>{file.name}</li>
            ))}
          </ul>
        </div>
      )}
      <EvidenceFields given={given} set={setGiven} errors={errors} optional={mayStayEmpty(deliverable)} />
    </Modal>
  );
}
