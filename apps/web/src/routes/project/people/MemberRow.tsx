import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Project, ProjectMember } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { MemberEditor } from './MemberEditor';

interface Props {
  member: ProjectMember;
  project: Project;
  manages: boolean;
}

export function MemberRow({ member, project, manages }: Props) {
  const { t, pick } = useI18n();
  const [editing, setEditing] = useState(false);
  const remove = api.useMutation('delete', '/api/projects/{id}/members/{personId}');
  const { person, role, teams } = member;
  const leads = role === 'member' && teams.some((team) => team.lead);
  return (
    <li className="member-row">
      <strong>{person.name}</strong>
      <span>{t(`role.${leads ? 'lead' : role}`)}</span>
      <span className="member-teams">
        {teams.map(({ id, lead }) => {
          const team = project.teams.find((one) => one.id === id);
          return (
            team && (
              <span key={id} className="tag">
                {pick(team.name, team.nameEn)}
                {lead && t('people.leadMark')}
              </span>
            )
          );
        })}
      </span>
      {manages && (
        <span className="member-actions">
          <Button size="small" onClick={() => setEditing(true)} aria-label={t('people.editOf', { name: person.name })}>
            {t('common.edit')}
          </Button>
          <Popconfirm
            title={t('people.removeAsk', { name: person.name })}
            okText={t('people.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() => remove.mutate({ params: { path: { id: project.id, personId: person.id } } })}
          >
            <Button size="small" type="text" aria-label={t('people.removeOf', { name: person.name })}>
              {t('people.remove')}
            </Button>
          </Popconfirm>
        </span>
      )}
      {editing && <MemberEditor project={project} person={person} initial={member} onClose={() => setEditing(false)} />}
    </li>
  );
}
