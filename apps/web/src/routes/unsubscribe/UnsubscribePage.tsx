import { getRouteApi, Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { api } from '../../api/client';
import { isNotFound } from '../../api/problem';
import { DoorPage } from '../../components/DoorPage';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import '../../styles/notify.css';

const route = getRouteApi('/unsubscribe/$token');

/** Where the link at the foot of a mail leads. It asks first: mail scanners open every link. */
export function UnsubscribePage() {
  const { t } = useI18n();
  const params = { path: route.useParams() };
  const shown = api.useQuery('get', '/api/unsubscribe/{token}', { params });
  const end = api.useMutation('post', '/api/unsubscribe/{token}');
  const toAccount = (
    <div className="door-links">
      <Link to="/account">{t('notify.unsubscribe.toAccount')}</Link>
    </div>
  );
  if ([shown.error, end.error].some(isNotFound)) {
    return (
      <DoorPage title={t('notify.unsubscribe.over')} lead={t('notify.unsubscribe.overLead')}>
        {toAccount}
      </DoorPage>
    );
  }
  if (!shown.data) {
    return (
      <DoorPage title={t('notify.unsubscribe.title')}>
        <LoadState query={shown} />
      </DoorPage>
    );
  }
  const { email, mail } = shown.data;
  if (!mail || end.isSuccess) {
    return (
      <DoorPage title={t('notify.unsubscribe.doneTitle')} lead={t('notify.unsubscribe.doneLead', { email })}>
        {toAccount}
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('notify.unsubscribe.title')} lead={t('notify.unsubscribe.lead', { email })}>
      <Button
        className="unsubscribe"
        type="primary"
        block
        loading={end.isPending}
        onClick={() => end.mutate({ params })}
      >
        {t('notify.unsubscribe.do')}
      </Button>
      {toAccount}
    </DoorPage>
  );
}
