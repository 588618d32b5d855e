import { useState } from 'react';
import { Modal } from '../../../components/late';
import { fieldErrors } from '../../../api/problem';
import type { BulkChange, BulkSelection, Project } from '../../../api/types';
import { useBulkChange } from '../../../bulk/useBulkChange';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';
import { BulkAssignFields, BulkDateFields, type BulkKind } from './BulkFields';
import { BulkStatusFields } from './BulkStatusFields';

interface Props {
  kind: BulkKind;
  project: Project;
  count: number;
  select: BulkSelection;
  onClose: () => void;
  onDone: () => void;
}

const KNOWN = ['assigneeId', 'teamId', 'startDay', 'dueDay', 'shiftDays', 'waitingFor', 'followUpDay', 'reason'];
const TITLE = { assign: 'bulk.assignTitle', dates: 'bulk.datesTitle', status: 'bulk.statusTitle' } as const;

export function BulkModal({ kind, project, count, select, onClose, onDone }: Props) {
  const { t, locale } = useI18n();
  const [set, setSet] = useState<BulkChange>({});
  const { change: send, busy, error } = useBulkChange(project.id, onDone);
  const errors = fieldErrors(error, locale);
  const change = (part: BulkChange) => setSet((now) => ({ ...now, ...part }));
  const empty = Object.values(set).every((value) => value === undefined);
  const part = { set, change, errors };
  return (
    <Modal
      open
      title={t(TITLE[kind], { count })}
      okText={t('bulk.apply')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: empty }}
      confirmLoading={busy}
      onOk={() => send(select, set)}
      onCancel={onClose}
    >
      <FormError error={error} known={KNOWN.map((field) => `/set/${field}`)} />
      {kind === 'assign' && <BulkAssignFields {...part} people={crewOf(project)} teams={project.teams} />}
      {kind === 'dates' && <BulkDateFields {...part} />}
      {kind === 'status' && <BulkStatusFields {...part} />}
    </Modal>
  );
}
