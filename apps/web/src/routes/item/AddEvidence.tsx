import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { Deliverable } from '../../api/types';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';
import { EvidenceFields, evidenceOf, NO_EVIDENCE } from './EvidenceFields';

/** Adds a link or a note to a deliverable without handing it in. */
export function AddEvidence({ deliverable, offered }: { deliverable: Deliverable; offered: boolean }) {
  const { t, locale, pick } = useI18n();
  const [given, setGiven] = useState<typeof NO_EVIDENCE | null>(null);
  const add = api.useMutation('post', '/api/deliverables/{id}/evidence', {
    meta: { quiet: true },
    onSuccess: () => setGiven(null),
  });
  const close = () => {
    add.reset();
    setGiven(null);
  };
  const empty = !given?.note.trim() && !given?.link.trim();
  const submit = () => {
    if (given) add.mutate({ params: { path: { id: deliverable.id } }, body: evidenceOf(given) });
  };
  return (
    <>
      {offered && (
        <Button type="text" onClick={() => setGiven(NO_EVIDENCE)}>
          {t('deliverable.addEvidence')}
        </Button>
      )}
      <FormModal
        open={given !== null}
        title={`${t('deliverable.addEvidence')}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
        confirm={t('deliverable.addEvidence')}
        ready={!empty}
        busy={add.isPending}
        error={add.error}
        known={['/note', '/link']}
        onSubmit={submit}
        onClose={close}
      >
        {given && <EvidenceFields given={given} set={setGiven} errors={fieldErrors(add.error, locale)} optional />}
      </FormModal>
    </>
  );
}
