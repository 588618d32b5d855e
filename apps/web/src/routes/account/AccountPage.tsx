import Button from 'antd/es/button';
import { useMe, useSignOut } from '../../app/session';
import { keysHelp } from '../../keys';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { OwnRules } from '../reminder-rules/RulesPanel';
import { AppearanceChoice } from './AppearanceChoice';
import { NameAndLanguage } from './NameAndLanguage';
import { NotificationsPanel } from './NotificationsPanel';
import { PasswordForm } from './PasswordForm';
import { SessionsPanel } from './SessionsPanel';
import { TemporaryAccount } from './TemporaryAccount';

export function AccountPage() {
  const { t } = useI18n();
  const signOut = useSignOut();
  const { temporary } = useMe();
  if (temporary) return <TemporaryAccount part={temporary} />;
  return (
    <main className="page narrow">
      <PageHeader
        title={t('nav.account')}
        actions={<Button onClick={() => void signOut()}>{t('account.signOut')}</Button>}
      />
      <Panel title={t('account.person')}>
        <NameAndLanguage />
        <AppearanceChoice />
      </Panel>
      <Panel title={t('account.password')}>
        <PasswordForm />
      </Panel>
      <NotificationsPanel />
      <OwnRules />
      <Panel title={t('keys.account')} actions={<Button onClick={() => keysHelp.set(true)}>{t('keys.title')}</Button>}>
        <p className="muted">{t('keys.accountText')}</p>
      </Panel>
      <SessionsPanel />
    </main>
  );
}
