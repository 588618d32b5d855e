import { type Appearance, chooseAppearance } from '../../app/appearance';
import { useChosenAppearance } from '../../app/useAppearance';
import { Choices } from '../../components/Choices';
import { useI18n } from '../../i18n';

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

/** Belongs to the device, not to the person: the same eyes sit before a bright desk and in a dark hall. */
export function AppearanceChoice() {
  const { t } = useI18n();
  const chosen = useChosenAppearance();
  return (
    <Choices
      legend={t('account.appearance')}
      hint={t('account.appearanceHint')}
      value={chosen}
      choices={APPEARANCES.map((value) => ({ value, label: t(`account.appearances.${value}`) }))}
      onChange={chooseAppearance}
    />
  );
}
