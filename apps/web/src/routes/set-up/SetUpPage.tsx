import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { beginSession } from '../../app/session';
import { DoorPage } from '../../components/DoorPage';
import { PersonForm } from '../../components/PersonForm';
import { useI18n } from '../../i18n';

const route = getRouteApi('/setup');

/** The first person of a fresh installation, through the one-time link that the server prints. */
export function SetUpPage() {
  const { t } = useI18n();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const status = api.useQuery('get', '/api/setup');
  const setUp = api.useMutation('post', '/api/setup', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: (me) => {
      beginSession(me);
      void navigate({ to: '/projects' });
    },
  });
  if (status.data && !status.data.needed) {
    return (
      <DoorPage title={t('setUp.doneTitle')} lead={t('setUp.doneText')}>
        <Link to="/sign-in">{t('signIn.title')}</Link>
      </DoorPage>
    );
  }
  if (!token) {
    return (
      <DoorPage title={t('setUp.title')} lead={t('setUp.noToken')}>
        <Link to="/sign-in">{t('signIn.title')}</Link>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('setUp.title')} lead={t('setUp.lead')}>
      <PersonForm
        submitText={t('setUp.submit')}
        busy={setUp.isPending}
        error={setUp.error}
        onSubmit={(fields) => setUp.mutate({ body: { ...fields, token } })}
      />
    </DoorPage>
  );
}
