import Checkbox from 'antd/es/checkbox';
import { useState } from 'react';
import type { Project, ProjectMember } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { InviteButton } from '../../../components/InviteButton';
import { TeamField } from '../../../components/WorkFields';
import { useI18n } from '../../../i18n';

type Role = ProjectMember['role'];
const ROLES: readonly Role[] = ['manager', 'member', 'viewer'];

/** An invitation by link into this project, with a role and a sub-team. */
export function InviteToProject({ project }: { project: Project }) {
  const { t } = useI18n();
  const [role, setRole] = useState<Role>('member');
  const [teamId, setTeamId] = useState<string>();
  const [lead, setLead] = useState(false);
  const seat = role === 'viewer' ? {} : { teamId, lead: teamId ? lead : undefined };
  return (
    <InviteButton part={{ projectId: project.id, projectRole: role, ...seat }}>
      <Choices
        legend={t('people.role')}
        value={role}
        choices={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={setRole}
      />
      {role !== 'viewer' && <TeamField optional teams={project.teams} value={teamId} onChange={setTeamId} />}
      {role !== 'viewer' && teamId && (
        <Checkbox checked={lead} onChange={(event) => setLead(event.target.checked)}>
          {t('people.asLead')}
        </Checkbox>
      )}
    </InviteButton>
  );
}
