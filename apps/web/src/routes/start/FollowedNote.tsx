import { useI18n } from '../../i18n';
import type { Followed } from './followed';

/** Says what moved along with a day, for the eye and for the ear. */
export function FollowedNote({ moved }: { moved: Followed | null }) {
  const { t, pick } = useI18n();
  const names = moved?.anchors.map(({ name, nameEn }) => pick(name, nameEn)).join(t('common.comma'));
  const parts = [
    names && t('start.followedAnchors', { names }),
    moved && moved.workItems > 0 && t('start.followedItems', { count: moved.workItems }),
  ].filter(Boolean);
  return (
    <p className="followed-note" role="status">
      {parts.join(' ')}
    </p>
  );
}
