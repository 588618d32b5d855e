import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n';
import { PaletteButton } from '../../palette/PaletteButton';
import { useMe } from '../session';
import { placesFor } from './navigation';
import { PlaceLink } from './PlaceLink';

export function SideNav() {
  const { t } = useI18n();
  const me = useMe();
  return (
    <header className="side-nav">
      <Link to="/my-work" className="brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>
          Convener
          <small>{t('app.tagline')}</small>
        </span>
      </Link>
      {!me.temporary && <PaletteButton keys />}
      <nav aria-label={t('nav.label')}>
        {placesFor(me).map((place) => (
          <PlaceLink key={place.key} place={place} me={me} />
        ))}
      </nav>
      <p className="side-nav-person">{me.name}</p>
    </header>
  );
}
