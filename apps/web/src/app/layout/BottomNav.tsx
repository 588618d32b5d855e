import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useI18n } from '../../i18n';
import { useMe } from '../session';
import { placesFor } from './navigation';
import { PlaceLink } from './PlaceLink';

const MoreDrawer = lazy(() => import('./MoreDrawer'));

export function BottomNav() {
  const { t } = useI18n();
  const me = useMe();
  const places = placesFor(me);
  const pathname = useLocation({ select: (location) => location.pathname });
  const [open, setOpen] = useState<boolean | null>(null);
  // The way back too leads to another page, over which the drawer would stay.
  useEffect(() => setOpen((was) => was && false), [pathname]);
  return (
    <nav className="bottom-nav" aria-label={t('nav.label')}>
      {places
        .filter((place) => place.main)
        .map((place) => (
          <PlaceLink key={place.key} place={place} me={me} />
        ))}
      {places.some((place) => !place.main) && (
        <button
          type="button"
          className="place"
          aria-haspopup="dialog"
          aria-expanded={open === true}
          onClick={() => setOpen(true)}
        >
          <MenuOutlined aria-hidden />
          <span className="place-name">{t('nav.more')}</span>
        </button>
      )}
      {open !== null && (
        <Suspense fallback={null}>
          <MoreDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
}
