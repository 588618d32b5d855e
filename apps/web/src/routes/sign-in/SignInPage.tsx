import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { beginSession } from '../../app/session';
import { DoorPage } from '../../components/DoorPage';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { OwnDevice } from '../../components/OwnDevice';
import { useI18n } from '../../i18n';

const route = getRouteApi('/sign-in');

function useEnter() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  return () => (next ? router.history.push(next) : void navigate({ to: '/my-work' }));
}

export function SignInPage() {
  const { t, locale } = useI18n();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [ownDevice, setOwnDevice] = useState(false);
  const enter = useEnter();
  const setUp = api.useQuery('get', '/api/setup');
  const signIn = api.useMutation('post', '/api/session', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: (me) => {
      beginSession(me);
      enter();
    },
  });
  const errors = fieldErrors(signIn.error, locale);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password, ownDevice } });
  };
  return (
    <DoorPage title={t('signIn.title')} lead={setUp.data?.needed ? t('signIn.setUpFirst') : undefined}>
      <form onSubmit={submit} className="form">
        <FormError error={signIn.error} known={['/email', '/password']} />
        <Field label={t('person.email')} error={errors['/email']}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="username"
              autoFocus
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('person.password')} error={errors['/password']}>
          {(control) => (
            <Input.Password
              {...control}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <OwnDevice checked={ownDevice} onChange={setOwnDevice} />
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <div className="door-links">
        <Link to="/reset-password">{t('signIn.forgot')}</Link>
      </div>
    </DoorPage>
  );
}
