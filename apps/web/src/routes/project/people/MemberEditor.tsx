import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { PersonRef, Project, ProjectMember } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { TeamChecks, type Seat } from './TeamChecks';

type Role = ProjectMember['role'];
const ROLES: readonly Role[] = ['manager', 'member', 'viewer'];

interface Props {
  project: Project;
  person: PersonRef;
  initial: Pick<ProjectMember, 'role' | 'teams'>;
  onClose: () => void;
}

export function MemberEditor({ project, person, initial, onClose }: Props) {
  const { t } = useI18n();
  const [role, setRole] = useState<Role>(initial.role);
  const [seats, setSeats] = useState<Seat[]>(initial.teams.map(({ id, lead }) => ({ teamId: id, lead })));
  const save = api.useMutation('put', '/api/projects/{id}/members/{personId}', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const submit = () =>
    save.mutate({
      params: { path: { id: project.id, personId: person.id } },
      body: { role, teams: role === 'viewer' ? [] : seats },
    });
  return (
    <Modal
      open
      title={person.name}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <FormError error={save.error} />
      <Choices
        legend={t('people.role')}
        value={role}
        choices={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={setRole}
      />
      {role === 'viewer' ? (
        <p className="field-hint">{t('people.viewerHint')}</p>
      ) : (
        <TeamChecks teams={project.teams} seats={seats} onChange={setSeats} />
      )}
    </Modal>
  );
}
