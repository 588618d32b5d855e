import Button from 'antd/es/button';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { isNotFound } from '../../api/problem';
import { beginSession, meQuery } from '../../app/session';
import { DoorPage } from '../../components/DoorPage';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { PersonForm } from '../../components/PersonForm';
import { useI18n } from '../../i18n';

const route = getRouteApi('/invitation/$token');

/** Someone signed in accepts with one tap; anybody else gives a name and a password first. */
export function InvitationPage() {
  const { t } = useI18n();
  const { token } = route.useParams();
  const navigate = useNavigate();
  const params = { path: { token } };
  const shown = api.useQuery('get', '/api/invitations/{token}', { params });
  const me = useQuery({ ...meQuery, retry: false });
  const accept = api.useMutation('post', '/api/invitations/{token}/accept', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: (person) => {
      beginSession(person);
      void navigate({ to: shown.data?.projectName ? '/my-work' : '/projects' });
    },
  });
  if (isNotFound(shown.error)) {
    return (
      <DoorPage title={t('invitation.over')} lead={t('invitation.overLead')}>
        <div className="door-links">
          <Link to="/sign-in">{t('signIn.submit')}</Link>
        </div>
      </DoorPage>
    );
  }
  if (!shown.data || me.isPending) {
    return (
      <DoorPage title={t('invitation.title')}>
        <LoadState query={shown} />
      </DoorPage>
    );
  }
  const { name, email, projectName, teamName, lead, invitedBy } = shown.data;
  const place = [projectName, teamName].filter(Boolean).join(' · ');
  return (
    <DoorPage title={t('invitation.title')} lead={t('invitation.lead', { name: invitedBy })}>
      {place && (
        <p className="door-place">
          {place} {lead && <span className="tag">{t('role.lead')}</span>}
        </p>
      )}
      {me.data && !me.data.temporary ? (
        <div className="form">
          <FormError error={accept.error} />
          <Button type="primary" block loading={accept.isPending} onClick={() => accept.mutate({ params, body: {} })}>
            {t('invitation.acceptAs', { name: me.data.name })}
          </Button>
        </div>
      ) : (
        <PersonForm
          initial={{ name: name ?? '', email: email ?? '' }}
          submitText={t('invitation.accept')}
          busy={accept.isPending}
          error={accept.error}
          onSubmit={(body) => accept.mutate({ params, body })}
        />
      )}
    </DoorPage>
  );
}
