import Input from 'antd/es/input';
import { useI18n } from '../../i18n';
import { useSearchWords } from './useSearchWords';

/** As long as the server takes. */
const LONGEST = 100;

/** Searches all standards while one types; Enter goes on to the first that is found. */
export function SearchField() {
  const { t } = useI18n();
  const { typed, setTyped } = useSearchWords();
  return (
    <div role="search" className="standards-search">
      <Input
        type="search"
        size="large"
        allowClear
        maxLength={LONGEST}
        aria-label={t('standard.search.label')}
        placeholder={t('standard.search.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={({ nativeEvent }) => {
          // A Chinese input method confirms its characters with Enter too.
          if (!nativeEvent.isComposing) document.querySelector<HTMLElement>('.found a')?.focus();
        }}
      />
    </div>
  );
}
