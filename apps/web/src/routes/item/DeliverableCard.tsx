import type { Deliverable, WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { DeliverableMark } from '../../components/StatusMark';
import { formatInstant } from '../../format/dates';
import { roleName } from '../../format/roles';
import { useI18n } from '../../i18n';
import { WaitingMark } from '../../offline/WaitingMark';
import { DeliverableActions } from './DeliverableActions';
import { Evidence } from './Evidence';

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
  zone: string;
}

function Terms({ deliverable }: { deliverable: Deliverable }) {
  const { t } = useI18n();
  const { preparer, accepter, evidence, sources } = deliverable;
  return (
    <ul className="facts">
      <li>
        {accepter
          ? t('deliverable.fromTo', { preparer: roleName(preparer), accepter: roleName(accepter) })
          : t('deliverable.from', { preparer: roleName(preparer) })}
      </li>
      {evidence !== 'no' && <li>{t(`deliverable.evidence.${evidence}`)}</li>}
      {sources.length > 1 && (
        <li>
          {t('deliverable.sources', {
            what: sources.map(({ title, edition }) => `${title} ${edition}`).join(t('common.comma')),
          })}
        </li>
      )}
    </ul>
  );
}

function Course({ deliverable, zone }: { deliverable: Deliverable; zone: string }) {
  const { t } = useI18n();
  const { submittedBy, submittedAt, settledBy, settledAt, reason, status, selfAccepted } = deliverable;
  return (
    <>
      {reason && <p className={status === 'returned' ? 'returned' : 'muted'}>{t('common.reasonIs', { reason })}</p>}
      {submittedAt !== null && (
        <p className="muted">
          {t('deliverable.submittedBy', { name: submittedBy?.name ?? '', at: formatInstant(submittedAt, zone) })}
        </p>
      )}
      {settledAt !== null && (
        <p className="muted">
          {t('deliverable.settledBy', { name: settledBy?.name ?? '', at: formatInstant(settledAt, zone) })}
          {selfAccepted && ` · ${t('deliverable.selfAccepted')}`}
        </p>
      )}
    </>
  );
}

export function DeliverableCard({ deliverable, item, zone }: Props) {
  const { pick } = useI18n();
  const { code, title, titleEn, status, dueDay, overdue } = deliverable;
  return (
    <li className={`deliverable deliverable-${status}`} id={`deliverable-${deliverable.id}`}>
      <header>
        <h3>
          {code && <span className="code">{code}</span>}
          {pick(title, titleEn)}
        </h3>
        <DeliverableMark status={status} />
        <WaitingMark of={deliverable.id} />
        <DueDay day={dueDay} overdue={overdue} />
      </header>
      <Terms deliverable={deliverable} />
      <Course deliverable={deliverable} zone={zone} />
      <Evidence deliverable={deliverable} zone={zone} />
      <DeliverableActions deliverable={deliverable} item={item} />
    </li>
  );
}
