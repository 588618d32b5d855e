import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { isOver, problemText } from '../../api/problem';
import { beginSession } from '../../app/session';
import { DoorPage } from '../../components/DoorPage';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { NewPasswordForm } from './NewPasswordForm';

const route = getRouteApi('/reset-password/$token');

/** Where a reset link leads: a new password, and in. */
export function NewPasswordPage() {
  const { t, locale } = useI18n();
  const { token } = route.useParams();
  const navigate = useNavigate();
  const params = { path: { token } };
  const shown = api.useQuery('get', '/api/password-reset/{token}', { params }, { refetchOnWindowFocus: false });
  const set = api.useMutation('post', '/api/password-reset/{token}', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: (me) => {
      beginSession(me);
      void navigate({ to: '/my-work' });
    },
  });
  const over = [shown.error, set.error].find(isOver);
  if (over) {
    return (
      <DoorPage title={t('reset.overTitle')} lead={problemText(over, locale)}>
        <div className="door-links">
          <Link to="/reset-password">{t('reset.askAgain')}</Link>
          <Link to="/sign-in">{t('reset.toSignIn')}</Link>
        </div>
      </DoorPage>
    );
  }
  if (!shown.data) {
    return (
      <DoorPage title={t('reset.setTitle')}>
        <LoadState query={shown} />
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('reset.setTitle')} lead={t('reset.setLead', { name: shown.data.name })}>
      <NewPasswordForm
        email={shown.data.email}
        busy={set.isPending}
        error={set.error}
        onSubmit={(body) => set.mutate({ params, body })}
      />
    </DoorPage>
  );
}
