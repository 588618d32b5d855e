import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { PersonRef, Project } from '../../../api/types';
import { useMe } from '../../../app/session';
import { Field } from '../../../components/Field';
import { PersonSelect } from '../../../components/PersonSelect';
import { useI18n } from '../../../i18n';
import { MemberEditor } from './MemberEditor';

/** Somebody of the workspace joins the project: first who, then as what. */
export function AddMember({ project }: { project: Project }) {
  const { t } = useI18n();
  const mayRead = useMe().workspaceRole !== null;
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<PersonRef | null>(null);
  const people = api.useQuery('get', '/api/people', {}, { enabled: open });
  if (!mayRead) return null;
  const inProject = new Set(project.members.map((member) => member.person.id));
  const others = people.data?.items.filter((one) => one.active && !inProject.has(one.id)) ?? [];
  const choose = (id: string | null) => {
    setPerson(others.find((one) => one.id === id) ?? null);
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('people.add')}</Button>
      <Modal open={open} title={t('people.add')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Field label={t('people.whom')} hint={t('people.addHint')}>
          {(control) => <PersonSelect control={control} people={others} value={null} onChange={choose} />}
        </Field>
      </Modal>
      {person && (
        <MemberEditor
          project={project}
          person={person}
          initial={{ role: 'member', teams: [] }}
          onClose={() => setPerson(null)}
        />
      )}
    </>
  );
}
