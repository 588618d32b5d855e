import type { StateOutcome } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { MovedRows } from '../schedule/MovedRows';
import '../../../styles/schedule.css';

/** What holding, cancelling or resuming does to reminders and days. */
export function StateEffect({ outcome }: { outcome: StateOutcome }) {
  const { t } = useI18n();
  const { to, reminders, moves, pauseDays } = outcome;
  const moved = { count: moves.length, days: pauseDays ?? 0 };
  return (
    <div className="missing">
      <p>{t('projectState.effect')}</p>
      <ul>
        {reminders.cancelled > 0 && <li>{t('projectState.cancelled', { count: reminders.cancelled })}</li>}
        {reminders.planned > 0 && <li>{t('projectState.planned', { count: reminders.planned })}</li>}
        {moves.length === 0 && <li>{t('projectState.noMoves')}</li>}
        {moves.length > 0 && (
          <li>{to === 'running' ? t('projectState.moves', moved) : t('projectState.wouldMove', moved)}</li>
        )}
      </ul>
      {moves.length > 0 && (
        <details>
          <summary>{t('projectState.showMoves')}</summary>
          <MovedRows rows={moves} />
        </details>
      )}
    </div>
  );
}
