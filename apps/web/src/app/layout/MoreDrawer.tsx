import LogoutOutlined from '@ant-design/icons/es/icons/LogoutOutlined';
import Drawer from 'antd/es/drawer';
import { useI18n } from '../../i18n';
import { PaletteButton } from '../../palette/PaletteButton';
import { useMe, useSignOut } from '../session';
import { placesFor } from './navigation';
import { PlaceLink } from './PlaceLink';

export default function MoreDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useI18n();
  const me = useMe();
  const signOut = useSignOut();
  return (
    <Drawer placement="bottom" open={open} onClose={onClose} title={me.name} size="auto" className="more-drawer">
      <nav aria-label={t('nav.more')}>
        <PaletteButton onClick={onClose} />
        {placesFor(me)
          .filter((place) => !place.main)
          .map((place) => (
            <PlaceLink key={place.key} place={place} me={me} onClick={onClose} />
          ))}
        <button type="button" className="place" onClick={() => void signOut()}>
          <LogoutOutlined aria-hidden />
          <span className="place-name">{t('account.signOut')}</span>
        </button>
      </nav>
    </Drawer>
  );
}
