import Button from 'antd/es/button';
import type { SubmitEvent } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { fieldErrors } from '../../api/problem';
import type { Notifications } from '../../api/types';
import { notify } from '../../app/notify';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { useEdit } from '../../components/useEdit';
import { useI18n } from '../../i18n';
import { AwayFields } from './AwayFields';
import { fieldsOf, type NotifyProps } from './notifyFields';
import { WhenFields } from './WhenFields';
import '../../styles/notify.css';

const KNOWN = ['digestAt', 'quietFrom', 'quietTo', 'dailyCap', 'standInId', 'awayFrom', 'awayUntil'];

function NotificationsForm({ now }: { now: Notifications }) {
  const { t, locale } = useI18n();
  const draft = useEdit(fieldsOf);
  const save = api.useMutation('patch', '/api/me/notifications', {
    meta: { quiet: true },
    onSuccess: () => {
      draft.end();
      notify.success(t('common.saved'));
    },
    onError: draft.refused,
  });
  const seen = draft.edit?.seen ?? now;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({ params: { header: ifMatch(seen) }, body: draft.changes as never });
  };
  const props: NotifyProps = {
    fields: draft.edit?.fields ?? fieldsOf(now),
    errors: fieldErrors(save.error, locale),
    set: (part) => draft.change(now, part),
  };
  return (
    <form className="notify-form" onSubmit={submit}>
      <p className="muted">{t('notify.lead')}</p>
      <FormError error={save.error} known={KNOWN.map((field) => `/${field}`)} />
      <WhenFields {...props} />
      <AwayFields {...props} colleagues={now.colleagues} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={Object.keys(draft.changes).length === 0}
        loading={save.isPending}
      >
        {t('common.save')}
      </Button>
    </form>
  );
}

/** How one wants to be told of what falls due. */
export function NotificationsPanel() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/me/notifications');
  return (
    <Panel title={t('notify.title')}>
      {query.data ? <NotificationsForm now={query.data} /> : <LoadState query={query} />}
    </Panel>
  );
}
