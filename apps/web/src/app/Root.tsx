import AntApp from 'antd/es/app';
import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhTW from 'antd/es/locale/zh_TW';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useI18n } from '../i18n';
import { notify } from './notify';
import { queryClient } from './queryClient';
import { router } from './router';
import { themeFor } from './theme';
import { useThemeInSight } from './useAppearance';
import { useIsPhone } from './useIsPhone';

function Notifier() {
  const { message } = AntApp.useApp();
  useEffect(() => notify.use(message), [message]);
  return null;
}

export function Root() {
  const { locale } = useI18n();
  const phone = useIsPhone();
  const inSight = useThemeInSight();
  const theme = useMemo(() => themeFor(phone, inSight), [phone, inSight]);
  return (
    <ConfigProvider locale={locale === 'en' ? enUS : zhTW} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 2 }}>
        <Notifier />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
