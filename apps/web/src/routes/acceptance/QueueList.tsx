import { useEffect, useRef } from 'react';
import type { AcceptanceCard } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { useI18n } from '../../i18n';

interface Props {
  cards: readonly AcceptanceCard[];
  shown: AcceptanceCard;
  onShow: (id: string) => void;
}

function Row({ card, current, onShow }: { card: AcceptanceCard; current: boolean; onShow: (id: string) => void }) {
  const { pick } = useI18n();
  const { deliverable, project } = card;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={current ? 'queue-row queue-row-here' : 'queue-row'}
        aria-current={current}
        onClick={() => onShow(deliverable.id)}
      >
        <span className="queue-title">{pick(deliverable.title, deliverable.titleEn)}</span>
        <span className="queue-where">{project.name}</span>
        <span className="queue-who">{deliverable.submittedBy?.name}</span>
        <DueDay day={deliverable.dueDay} overdue={deliverable.overdue} />
      </button>
    </li>
  );
}

/** Everything that waits, in the order in which it is gone through. */
export function QueueList({ cards, shown, onShow }: Props) {
  const { t } = useI18n();
  return (
    <nav className="queue-list" aria-label={t('acceptance.list')}>
      <ol>
        {cards.map((card) => (
          <Row key={card.deliverable.id} card={card} current={card === shown} onShow={onShow} />
        ))}
      </ol>
    </nav>
  );
}
