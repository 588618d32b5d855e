import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { useI18n } from '../i18n';
import { palette } from './open';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the command palette from the navigation. `keys`: also says by which keys. */
export function PaletteButton({ keys, onClick }: { keys?: boolean; onClick?: () => void }) {
  const { t } = useI18n();
  const open = () => {
    onClick?.();
    palette.set(true);
  };
  return (
    <button type="button" className="place place-search" aria-haspopup="dialog" onClick={open}>
      <SearchOutlined aria-hidden />
      <span className="place-name">{t('palette.open')}</span>
      {keys && <kbd aria-hidden>{MAC ? '⌘K' : 'Ctrl K'}</kbd>}
    </button>
  );
}
