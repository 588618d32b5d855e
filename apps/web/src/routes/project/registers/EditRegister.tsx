import Button from 'antd/es/button';
import { useNavigate } from '@tanstack/react-router';
import { Input, Popconfirm } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Register } from '../../../api/types';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Tick } from '../../../components/Tick';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { KeeperField } from './KeeperField';
import { showRegister } from './useRegister';

const fieldsOf = ({ name, team, crewOnly }: Register) => ({ name, teamId: team?.id ?? null, crewOnly });

function RemoveRegister({ register, projectId }: { register: Register; projectId: string }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const remove = api.useMutation('delete', '/api/registers/{id}', {
    onSuccess: () => navigate({ to: '/projects/$projectId/registers', params: { projectId } }),
  });
  const { open, confirmed, dropped } = register.rows;
  if (open + confirmed + dropped > 0) return null;
  return (
    <Popconfirm
      title={t('register.removeAsk')}
      okText={t('register.removeDo')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate({ params: { path: { id: register.id } } })}
    >
      <Button danger type="text">
        {t('register.remove')}
      </Button>
    </Popconfirm>
  );
}

/** Its name, who keeps it and who sees it; an empty one can be removed. */
export function EditRegister({ register, projectId }: { register: Register; projectId: string }) {
  const { t, locale } = useI18n();
  const teams = useProject(projectId).data?.teams ?? [];
  const { edit, changes, change, refused, end } = useEdit(fieldsOf);
  const save = api.useMutation('patch', '/api/registers/{id}', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showRegister(after);
      end();
    },
    onError: refused,
  });
  const errors = fieldErrors(save.error, locale);
  const path = { id: register.id };
  const close = () => {
    save.reset();
    end();
  };
  return (
    <>
      <Button size="small" onClick={() => change(register, {})}>
        {t('register.settings')}
      </Button>
      {edit && (
        <FormModal
          open
          title={t('register.settings')}
          confirm={t('common.save')}
          ready={edit.fields.name.trim() !== ''}
          busy={save.isPending}
          error={save.error}
          known={['/name', '/teamId']}
          onSubmit={() => save.mutate({ params: { path, header: ifMatch(edit.seen) }, body: changes })}
          onClose={close}
        >
          <Field label={t('register.name')} error={errors['/name']}>
            {(control) => (
              <Input
                {...control}
                value={edit.fields.name}
                onChange={(event) => change(register, { name: event.target.value })}
              />
            )}
          </Field>
          <KeeperField
            teams={teams}
            mayBeNobody
            value={edit.fields.teamId}
            error={errors['/teamId']}
            onChange={(teamId) => change(register, { teamId })}
          />
          <Tick checked={edit.fields.crewOnly} onChange={(crewOnly) => change(register, { crewOnly })}>
            {t('register.crewOnlyHint')}
          </Tick>
          <RemoveRegister register={register} projectId={projectId} />
        </FormModal>
      )}
    </>
  );
}
