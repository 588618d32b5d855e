import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import type { TemporaryPart } from '../../api/types';
import { useSignOut } from '../../app/session';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { useUntil } from '../join/useUntil';
import { NameAndLanguage } from './NameAndLanguage';
import '../../styles/joining.css';

/** Who somebody without an account is, and the way out. */
export function TemporaryAccount({ part }: { part: TemporaryPart }) {
  const { t, pick } = useI18n();
  const signOut = useSignOut();
  const until = useUntil();
  const team = pick(part.team.name, part.team.nameEn);
  return (
    <main className="page narrow">
      <PageHeader title={t('nav.account')} />
      <Panel title={t('temporary.you.title')}>
        <p>{t('temporary.you.text', { project: part.projectName, team, until: until(part) })}</p>
        <Popconfirm
          title={t('temporary.you.leaveAsk')}
          okText={t('temporary.you.leave')}
          cancelText={t('common.cancel')}
          onConfirm={() => void signOut()}
        >
          <Button danger className="temporary-leave">
            {t('temporary.you.leave')}
          </Button>
        </Popconfirm>
      </Panel>
      <Panel title={t('account.person')}>
        <NameAndLanguage />
      </Panel>
    </main>
  );
}
