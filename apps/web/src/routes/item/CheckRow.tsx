import { memo, useState } from 'react';
import { may, type Check, type WorkItem } from '../../api/types';
import { AskModal } from '../../components/AskModal';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { useWaiting } from '../../offline/useWaiting';
import { WaitingMark } from '../../offline/WaitingMark';
import { TickAtOnce } from './TickAtOnce';
import { useDecide } from './useDecide';

interface Props {
  check: Check;
  item: WorkItem;
  zone: string;
}

function Note({ check, item, zone }: Props) {
  const { t } = useI18n();
  const parts = [
    check.stage !== item.stage && t(`stage.${check.stage}`),
    check.source === 'own' && t('item.own'),
    check.state === 'not-applicable' && t('check.state.not-applicable'),
    check.reason && t('common.reasonIs', { reason: check.reason }),
    check.decidedBy?.name,
    check.decidedAt !== null && formatInstant(check.decidedAt, zone),
  ].filter(Boolean);
  return parts.length > 0 ? <small className="muted">{parts.join(' · ')}</small> : null;
}

/** One acceptance check: the whole line ticks it. The others of a long list are not drawn anew for it. */
export const CheckRow = memo(function CheckRow({ check, item, zone }: Props) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const decide = useDecide(check, item);
  const waits = useWaiting((entry) => entry.change.id === check.id).length > 0;
  const allowed = may(item, 'decide-checks');
  const ticked = check.state === 'ticked';
  return (
    <li className={`check check-${check.state}`}>
      <label>
        <TickAtOnce ticked={ticked} disabled={!allowed} onTick={decide.toggle} />
        <span>
          {check.code && <span className="code">{check.code}</span>}
          {check.text}
          <Note check={check} item={item} zone={zone} />
        </span>
      </label>
      <WaitingMark of={check.id} />
      {allowed && check.state === 'open' && !waits && (
        <button
          type="button"
          className="link-button check-na"
          aria-label={t('check.notApplicableOf', { text: check.text })}
          onClick={() => setAsking(true)}
        >
          {t('check.notApplicable')}
        </button>
      )}
      {allowed && check.state === 'not-applicable' && !waits && (
        <button type="button" className="link-button check-na" onClick={() => void decide.toggle(false)}>
          {t('common.undo')}
        </button>
      )}
      {asking && (
        <AskModal
          open
          title={t('item.notApplicable')}
          intro={<p className="muted">{check.text}</p>}
          label={t('common.reason')}
          confirm={t('item.notApplicable')}
          onConfirm={decide.notApplicable}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
});
