import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { switchLanguage, useI18n } from '../../i18n';
import { EverywhereKeys } from '../../keys';
import { PaletteKeys } from '../../palette/PaletteKeys';
import { LiveBar } from '../../live/LiveBar';
import { useMe } from '../session';
import { useIsPhone } from '../useIsPhone';
import { OutboxBar } from '../../offline/OutboxBar';
import { NewVersionBar } from './NewVersionBar';
import { BottomNav } from './BottomNav';
import { OfflineBar } from './OfflineBar';
import { TemporaryWatch } from './TemporaryWatch';
import { PrintHead } from './PrintHead';
import { SideNav } from './SideNav';

export function AppLayout() {
  const { t } = useI18n();
  const phone = useIsPhone();
  const { locale: own, temporary } = useMe();
  useEffect(() => void switchLanguage(own), [own]);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      {!phone && <SideNav />}
      <div className="shell-content" id="content" tabIndex={-1}>
        {temporary && <TemporaryWatch />}
        <PrintHead />
        <OfflineBar />
        <LiveBar />
        <OutboxBar />
        <NewVersionBar />
        <Outlet />
      </div>
      {phone && <BottomNav />}
      <EverywhereKeys />
      {!temporary && <PaletteKeys />}
    </div>
  );
}
