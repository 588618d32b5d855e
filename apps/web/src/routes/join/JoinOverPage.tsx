import { DoorPage } from '../../components/DoorPage';
import { useI18n } from '../../i18n';

/** Where temporary staff stand once they are out. */
export function JoinOverPage() {
  const { t } = useI18n();
  return (
    <DoorPage title={t('join.overTitle')} lead={t('join.overText')}>
      <p>{t('join.overAgain')}</p>
    </DoorPage>
  );
}
