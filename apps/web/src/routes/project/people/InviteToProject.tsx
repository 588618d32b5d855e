import Checkbox from 'antd/es/checkbox';
import Select from 'antd/es/select';
import { useState } from 'react';
import type { Project, ProjectMember } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { Field } from '../../../components/Field';
import { InviteButton } from '../../../components/InviteButton';
import { useI18n } from '../../../i18n';

type Role = ProjectMember['role'];
const ROLES: readonly Role[] = ['manager', 'member', 'viewer'];

/** An invitation by link into this project, with a role and a sub-team. */
export function InviteToProject({ project }: { project: Project }) {
  const { t, pick } = useI18n();
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
      {role !== 'viewer' && (
        <Field label={t('word.team')} optional>
          {(control) => (
            <Select
              {...control}
              className="wide"
              allowClear
              value={teamId}
              options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
              onChange={(id?: string) => setTeamId(id)}
            />
          )}
        </Field>
      )}
      {role !== 'viewer' && teamId && (
        <Checkbox checked={lead} onChange={(event) => setLead(event.target.checked)}>
          {t('people.asLead')}
        </Checkbox>
      )}
    </InviteButton>
  );
}
