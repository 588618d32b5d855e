import Button from 'antd/es/button';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';
import { countable, useMilestones } from '../planning/useMilestones';
import { handsOf } from '../useProject';
import { emptyItem, NewWorkItemFields, type NewItem } from './NewWorkItemFields';

const POINTERS = ['/title', '/stage', '/teamId', '/assigneeId', '/startDay', '/dueDay', '/startRule', '/dueRule'];

/** A work item of the project's own, which stands in no standard. `begun`: the address asks for it. */
export function NewWorkItem({ project, begun }: { project: Project; begun: boolean }) {
  const { t, locale } = useI18n();
  const navigate = useNavigate();
  const milestones = useMilestones(project.id);
  const [item, setItem] = useState<NewItem | null>(null);
  const create = api.useMutation('post', '/api/projects/{id}/work-items', {
    meta: { quiet: true },
    onSuccess: ({ id }) =>
      void navigate({ to: '/projects/$projectId/items/$itemId', params: { projectId: project.id, itemId: id } }),
  });
  useEffect(() => {
    if (!begun) return;
    setItem(emptyItem);
    void navigate({ to: '.', search: (now) => ({ ...now, add: undefined }), replace: true });
  }, [begun, navigate]);
  const close = () => {
    create.reset();
    setItem(null);
  };
  const submit = () => {
    if (item) create.mutate({ params: { path: { id: project.id } }, body: { ...item, title: item.title.trim() } });
  };
  return (
    <>
      <Button onClick={() => setItem(emptyItem)}>{t('item.add')}</Button>
      <FormModal
        open={item !== null}
        title={t('item.addTitle')}
        confirm={t('item.add')}
        ready={!!item?.title.trim()}
        busy={create.isPending}
        error={create.error}
        known={POINTERS}
        onSubmit={submit}
        onClose={close}
      >
        {item && (
          <NewWorkItemFields
            item={item}
            change={(part) => setItem({ ...item, ...part })}
            errors={fieldErrors(create.error, locale)}
            teams={project.teams}
            people={handsOf(project, item.teamId)}
            anchors={countable(project, milestones.data?.items)}
          />
        )}
      </FormModal>
    </>
  );
}
