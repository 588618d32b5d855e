import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';
import { BulkAssignFields, BulkDateFields, type BulkKind, type BulkSet } from './BulkFields';

interface Props {
  kind: BulkKind;
  project: Project;
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}

export function BulkModal({ kind, project, ids, onClose, onDone }: Props) {
  const { t, locale } = useI18n();
  const [set, setSet] = useState<BulkSet>({});
  const assign = api.useMutation('post', '/api/projects/{id}/assignments', {
    meta: { quiet: true },
    onSuccess: ({ changed }) => {
      notify.success(t('bulk.done', { count: changed }));
      onDone();
    },
  });
  const errors = fieldErrors(assign.error, locale);
  const change = (part: BulkSet) => setSet((now) => ({ ...now, ...part }));
  const empty = Object.values(set).every((value) => value === undefined);
  const submit = () =>
    assign.mutate({ params: { path: { id: project.id } }, body: { select: { workItemIds: ids }, set } });
  return (
    <Modal
      open
      title={
        kind === 'assign' ? t('bulk.assignTitle', { count: ids.length }) : t('bulk.datesTitle', { count: ids.length })
      }
      okText={t('bulk.apply')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: empty }}
      confirmLoading={assign.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <FormError error={assign.error} />
      {kind === 'assign' ? (
        <BulkAssignFields set={set} change={change} errors={errors} people={crewOf(project)} teams={project.teams} />
      ) : (
        <BulkDateFields set={set} change={change} errors={errors} />
      )}
    </Modal>
  );
}
