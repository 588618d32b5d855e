import { useState } from 'react';
import { api } from '../../api/client';
import { Choices } from '../../components/Choices';
import { InviteButton } from '../../components/InviteButton';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { PersonRow } from './PersonRow';
import '../../styles/people.css';

type Role = 'admin' | 'member';

function InviteToWorkspace() {
  const { t } = useI18n();
  const [role, setRole] = useState<Role>('member');
  return (
    <InviteButton part={{ workspaceRole: role }} type="primary">
      <Choices
        legend={t('people.role')}
        value={role}
        choices={(['member', 'admin'] as const).map((value) => ({ value, label: t(`workspaceRole.${value}`) }))}
        onChange={setRole}
      />
      <p className="field-hint">{t(`workspaceRole.hint.${role}`)}</p>
    </InviteButton>
  );
}

export function PeoplePage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/people');
  return (
    <main className="page">
      <PageHeader title={t('nav.people')} actions={<InviteToWorkspace />} />
      {query.data ? (
        <ul className="person-list">
          {query.data.items.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      ) : (
        <LoadState query={query} />
      )}
    </main>
  );
}
