import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { api } from '../../api/client';
import { isOver, problemText } from '../../api/problem';
import type { JoinShown, Me } from '../../api/types';
import { beginSession, meQuery } from '../../app/session';
import { DoorPage } from '../../components/DoorPage';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { JoinForm } from './JoinForm';
import { useUntil } from './useUntil';
import '../../styles/joining.css';

const route = getRouteApi('/join/$token');

function useJoin() {
  const navigate = useNavigate();
  return api.useMutation('post', '/api/join/{token}', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: (person) => {
      beginSession(person);
      void navigate({ to: person.temporary ? '/team-work' : '/my-work' });
    },
  });
}

/** What will happen, before anybody gives a name. */
function Told({ shown }: { shown: JoinShown }) {
  const { t } = useI18n();
  const until = useUntil();
  return (
    <ul className="prose-list join-told">
      <li>{t('join.what')}</li>
      <li>{t('join.seen')}</li>
      <li>{t('join.until', { until: until(shown) })}</li>
    </ul>
  );
}

function Offer({ shown, token, me }: { shown: JoinShown; token: string; me: Me | undefined }) {
  const { t } = useI18n();
  const join = useJoin();
  const params = { path: { token } };
  if (shown.you === 'outsider') return <p>{t('join.outsider')}</p>;
  if (shown.you === 'elsewhere') {
    return (
      <>
        <p>{t('join.elsewhere')}</p>
        <Link to="/account">{t('join.toAccount')}</Link>
      </>
    );
  }
  if (shown.you === 'new') {
    return (
      <>
        <Told shown={shown} />
        <JoinForm busy={join.isPending} error={join.error} onSubmit={(body) => join.mutate({ params, body })} />
      </>
    );
  }
  const isIn = shown.you === 'in';
  return (
    <div className="form">
      <FormError error={join.error} />
      <p>{isIn ? t('join.in') : t('join.asSelfText')}</p>
      <Button type="primary" block loading={join.isPending} onClick={() => join.mutate({ params, body: {} })}>
        {isIn ? t('join.goOn') : t('join.asSelf', { name: me?.name ?? '' })}
      </Button>
    </div>
  );
}

/** Where a scanned code leads. Whoever has come by it before goes on as the same person. */
export function JoinPage() {
  const { t, locale, pick } = useI18n();
  const { token } = route.useParams();
  const shown = api.useQuery('get', '/api/join/{token}', { params: { path: { token } } }, { retry: false });
  // Whoever is nobody yet need not be asked who they are: on a hall's network each question costs.
  const isSomebody = shown.data !== undefined && shown.data.you !== 'new';
  const me = useQuery({ ...meQuery, retry: false, enabled: isSomebody });
  if (isOver(shown.error))
    return (
      <DoorPage title={t('join.notThis')} lead={problemText(shown.error, locale)}>
        {null}
      </DoorPage>
    );
  if (!shown.data || me.isLoading) {
    return (
      <DoorPage title={t('temporary.showTitle')}>
        <LoadState query={shown} />
      </DoorPage>
    );
  }
  const team = pick(shown.data.teamName, shown.data.teamNameEn);
  return (
    <DoorPage title={t('join.title', { team })} lead={shown.data.projectName}>
      <Offer shown={shown.data} token={token} me={me.data} />
    </DoorPage>
  );
}
