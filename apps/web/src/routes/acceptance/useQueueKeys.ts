import { useNavigate } from '@tanstack/react-router';
import { useOnline } from '../../app/useOnline';
import { useI18n } from '../../i18n';
import { useKeys } from '../../keys';
import type { Queue } from './useQueue';

/** The queue from the keyboard: walk, decide, take back. */
export function useQueueKeys(queue: Queue, openEvidence: () => void, onReturn: () => void) {
  const { t } = useI18n();
  const online = useOnline();
  const navigate = useNavigate();
  const { shown, decisions } = queue;
  const openItem = () => {
    if (!shown) return;
    const params = { projectId: shown.project.id, itemId: shown.workItem.id };
    const hash = `deliverable-${shown.deliverable.id}`;
    void navigate({ to: '/projects/$projectId/items/$itemId', params, hash });
  };
  const takeBack = () => {
    if (decisions.outcome?.is === 'accepted') decisions.takeBack(decisions.outcome.card);
  };
  const walk = [
    { key: 'j', label: t('acceptance.next'), run: () => queue.step(1) },
    { key: 'k', label: t('acceptance.previous'), run: () => queue.step(-1) },
  ];
  const decide = [
    { key: 'a', label: t('deliverable.accept'), run: queue.accept },
    { key: 'r', label: t('deliverable.return'), run: onReturn },
  ];
  useKeys(t('nav.acceptance'), [
    ...walk,
    ...(online && shown ? decide : []),
    { key: 'u', label: t('common.undo'), run: takeBack },
    { key: 'n', label: t('acceptance.skip'), run: queue.skip },
    { key: 'o', label: t('acceptance.openEvidence'), run: openEvidence },
    { key: 'Enter', label: t('acceptance.openItem'), run: openItem },
  ]);
}
