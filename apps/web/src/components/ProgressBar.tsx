import type { Progress } from '../api/types';
import { useI18n } from '../i18n';

export const share = ({ workItems }: Progress) =>
  workItems.total === 0 ? 0 : Math.floor(((workItems.done + workItems.notApplicable) / workItems.total) * 100);

/** A share as a bar, and what it comes to in figures. */
export function Track({ percent, label, number }: { percent: number; label: string; number: string }) {
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span className="progress-number">{number}</span>
    </div>
  );
}

/** How much of the work is behind us, as a bar and in numbers. */
export function ProgressBar({ progress, label }: { progress: Progress; label?: string }) {
  const { t } = useI18n();
  const percent = share(progress);
  return <Track percent={percent} label={label ?? t('progress.label')} number={`${percent}%`} />;
}

export function ProgressFacts({ progress }: { progress: Progress }) {
  const { t } = useI18n();
  const { workItems, deliverables, checks } = progress;
  return (
    <ul className="facts">
      <li>{t('progress.workItems', { done: workItems.done + workItems.notApplicable, total: workItems.total })}</li>
      <li>{t('progress.deliverables', { done: deliverables.settled, total: deliverables.total })}</li>
      <li>{t('progress.checks', { done: checks.decided, total: checks.total })}</li>
    </ul>
  );
}

export function Urgency({ progress }: { progress: Progress }) {
  const { t } = useI18n();
  if (progress.overdue + progress.dueSoon === 0) return null;
  return (
    <span className="tags">
      {progress.overdue > 0 && (
        <span className="tag tag-overdue">{t('progress.overdue', { count: progress.overdue })}</span>
      )}
      {progress.dueSoon > 0 && (
        <span className="tag tag-soon">{t('progress.dueSoon', { count: progress.dueSoon })}</span>
      )}
    </span>
  );
}
