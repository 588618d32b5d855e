import { Link } from '@tanstack/react-router';
import type { Me } from '../../api/types';
import { useI18n } from '../../i18n';
import type { Place } from './navigation';
import { PlaceIcon } from './PlaceIcon';

export function PlaceLink({ place, me, onClick }: { place: Pick<Place, 'to' | 'key'>; me: Me; onClick?: () => void }) {
  const { t } = useI18n();
  const unread = place.key === 'inbox' ? me.unread : 0;
  return (
    <Link to={place.to} className="place" activeProps={{ className: 'place-here' }} onClick={onClick}>
      <PlaceIcon of={place.key} />
      <span className="place-name">{t(`nav.${place.key}`)}</span>
      {unread > 0 && (
        <span className="badge" aria-label={t('nav.unread', { count: unread })}>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
