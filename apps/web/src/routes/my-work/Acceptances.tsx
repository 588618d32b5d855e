import { Link } from '@tanstack/react-router';
import type { MyAcceptance } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { DeliverableMark } from '../../components/StatusMark';
import { useI18n } from '../../i18n';

/** Deliverables that wait for the reader's acceptance: first of all, since others wait on it. */
export function Acceptances({ rows }: { rows: readonly MyAcceptance[] }) {
  const { t, pick } = useI18n();
  if (rows.length === 0) return null;
  return (
    <section className="checklist-group" aria-label={t('work.toAccept')}>
      <header>
        <h2>{t('work.toAccept')}</h2>
        <span className="count">{rows.length}</span>
        <Link to="/acceptance" className="group-link">
          {t('acceptance.toQueue')}
        </Link>
      </header>
      <ul>
        {rows.map(({ deliverable, workItem, project }) => (
          <li key={deliverable.id} className="line row-link">
            <DeliverableMark status={deliverable.status} />
            <span className="line-main">
              <Link to="/acceptance" search={{ at: deliverable.id }} className="cover line-title">
                {deliverable.code && <span className="code">{deliverable.code}</span>}
                {pick(deliverable.title, deliverable.titleEn)}
              </Link>
              <span className="line-where">{[project.name, pick(workItem.title, workItem.titleEn)].join(' · ')}</span>
            </span>
            <span className="line-counts" />
            <span className="line-who">{deliverable.submittedBy?.name}</span>
            <DueDay day={deliverable.dueDay} overdue={deliverable.overdue} />
          </li>
        ))}
      </ul>
    </section>
  );
}
