import LoadingOutlined from '@ant-design/icons/es/icons/LoadingOutlined';
import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhTW from 'antd/es/locale/zh_TW';
import useMessage from 'antd/es/message/useMessage';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useI18n } from '../i18n';
import { notify } from './notify';
import { queryClient } from './queryClient';
import { question } from './question';
import { router } from './router';
import { themeFor } from './theme';
import { useThemeInSight } from './useAppearance';
import { useIsPhone } from './useIsPhone';
import { useStill } from './useStill';

/** Dialogs come with the first question: most visits ask none. */
const QuestionModal = lazy(() => import('./QuestionModal'));

function Questions() {
  const asked = useSyncExternalStore(question.subscribe, question.snapshot);
  return <Suspense fallback={null}>{asked && <QuestionModal {...asked} />}</Suspense>;
}

function Notifier() {
  const [message, holder] = useMessage({ maxCount: 2 });
  useEffect(() => notify.use(message), [message]);
  return holder;
}

export function Root() {
  const { locale } = useI18n();
  const phone = useIsPhone();
  const inSight = useThemeInSight();
  const still = useStill();
  const theme = useMemo(() => themeFor(phone, inSight), [phone, inSight]);
  return (
    <ConfigProvider
      locale={locale === 'en' ? enUS : zhTW}
      theme={theme}
      // Dialogs and lists keep their moment of motion: without it antd takes the focus from the field that asks for it.
      wave={{ disabled: still }}
      // antd's own sign of being busy leaves in a motion that an answer quicker than its coming never ends: the button was
      // called "loading" from then on.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined /> }}
    >
      <Notifier />
      <Questions />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
