import type { Deliverable, WorkItemStatus } from '../api/types';
import { useI18n } from '../i18n';

/** A status in words; the mark before it helps the eye and is not read out. */
export function StatusMark({ status }: { status: WorkItemStatus }) {
  const { t } = useI18n();
  return (
    <span className={`status status-${status}`}>
      <i aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}

const LOOKS_LIKE: Record<Deliverable['status'], WorkItemStatus> = {
  open: 'to-do',
  submitted: 'doing',
  returned: 'waiting',
  accepted: 'done',
  delivered: 'done',
  waived: 'not-applicable',
};

export function DeliverableMark({ status }: { status: Deliverable['status'] }) {
  const { t } = useI18n();
  return (
    <span className={`status status-${LOOKS_LIKE[status]}`}>
      <i aria-hidden />
      {t(`deliverable.status.${status}`)}
    </span>
  );
}
