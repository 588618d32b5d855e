import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import Select from 'antd/es/select';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { PersonSummary } from '../../api/types';
import { queryClient } from '../../app/queryClient';
import { useMe } from '../../app/session';
import { useI18n } from '../../i18n';
import { ResetLink } from './ResetLink';

type Role = 'admin' | 'member' | 'none';

export function PersonRow({ person }: { person: PersonSummary }) {
  const { t } = useI18n();
  const me = useMe();
  const change = api.useMutation('patch', '/api/people/{id}', {
    // Until the new version is here: a second change by the same admin is no conflict.
    onSuccess: () => queryClient.invalidateQueries(),
    meta: { ownRefresh: true },
  });
  const params = { path: { id: person.id }, header: ifMatch(person) };
  const { name, email, workspaceRole, active } = person;
  const setRole = (role: Role) => change.mutate({ params, body: { workspaceRole: role === 'none' ? null : role } });
  const setActive = () => change.mutate({ params, body: { active: !active } });
  return (
    <li className={active ? 'person-row' : 'person-row person-inactive'}>
      <div>
        <strong>{name}</strong>
        {!active && <span className="tag">{t('people.inactive')}</span>}
        <p className="muted">{email}</p>
      </div>
      <Select<Role>
        aria-label={t('people.roleOf', { name })}
        value={workspaceRole ?? 'none'}
        disabled={me.id === person.id || change.isPending}
        options={(['admin', 'member', 'none'] as const).map((value) => ({ value, label: t(`workspaceRole.${value}`) }))}
        onChange={setRole}
      />
      <div className="person-actions">
        <ResetLink person={person} disabled={!active || me.id === person.id} />
        {active ? (
          <Popconfirm
            title={t('people.deactivateAsk', { name })}
            okText={t('people.deactivate')}
            cancelText={t('common.cancel')}
            onConfirm={setActive}
          >
            <Button type="text" disabled={me.id === person.id || change.isPending}>
              {t('people.deactivate')}
            </Button>
          </Popconfirm>
        ) : (
          <Button type="text" disabled={change.isPending} onClick={setActive}>
            {t('people.activate')}
          </Button>
        )}
      </div>
    </li>
  );
}
