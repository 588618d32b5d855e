import Button from 'antd/es/button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Input, Select } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Register } from '../../../api/types';
import { question } from '../../../app/question';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Tick } from '../../../components/Tick';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { ColumnsDialog } from './columns/ColumnsDialog';
import { KeepInHouse } from './KeepInHouse';
import { KeeperField } from './KeeperField';
import { PersonalDaysField } from './privacy/PersonalDaysField';
import { showRegister } from './useRegister';

/** Ids as one text, so that the same ones are no change. */
const joined = (ids: readonly string[]) => [...ids].sort().join(' ');
const idsOf = (text: string) => text.split(' ').filter((id) => id !== '');

const fieldsOf = ({ name, team, crewOnly, personalDays, deliverables }: Register) => ({
  ...{ name, teamId: team?.id ?? null, crewOnly, personalDays },
  deliverables: joined(deliverables.map(({ id }) => id)),
});

function RemoveRegister({ register, projectId }: { register: Register; projectId: string }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const remove = api.useMutation('delete', '/api/registers/{id}', {
    onSuccess: () => navigate({ to: '/projects/$projectId/registers', params: { projectId } }),
  });
  const { open, confirmed, dropped } = register.rows;
  if (open + confirmed + dropped > 0) return null;
  const ask = async () => {
    const asked = { title: t('register.removeAsk'), okText: t('register.removeDo'), cancelText: t('common.cancel') };
    if (await question.ask({ ...asked, danger: true })) remove.mutate({ params: { path: { id: register.id } } });
  };
  return (
    <Button danger type="text" onClick={() => void ask()}>
      {t('register.remove')}
    </Button>
  );
}

type Fields = ReturnType<typeof fieldsOf>;

const bodyOf = ({ deliverables, ...changes }: Partial<Fields>) => ({
  ...changes,
  ...(deliverables !== undefined && { deliverables: idsOf(deliverables) }),
});

interface FieldsProps {
  register: Register;
  projectId: string;
  fields: Fields;
  errors: Record<string, string>;
  onChange: (part: Partial<Fields>) => void;
}

function RegisterFields({ register, projectId, fields, errors, onChange }: FieldsProps) {
  const { t, pick } = useI18n();
  const project = useProject(projectId).data;
  return (
    <>
      <Field label={t('register.name')} error={errors['/name']}>
        {(control) => (
          <Input {...control} value={fields.name} onChange={(event) => onChange({ name: event.target.value })} />
        )}
      </Field>
      <KeeperField
        teams={project?.teams ?? []}
        mayBeNobody
        value={fields.teamId}
        error={errors['/teamId']}
        onChange={(teamId) => onChange({ teamId })}
      />
      <Field label={t('register.ties')} optional>
        {(control) => (
          <Select
            {...control}
            className="wide"
            mode="multiple"
            value={idsOf(fields.deliverables)}
            options={[...register.deliverables, ...register.offered].map(({ id, title, titleEn }) => ({
              value: id,
              label: pick(title, titleEn),
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(ids: string[]) => onChange({ deliverables: joined(ids) })}
          />
        )}
      </Field>
      <Tick checked={fields.crewOnly} onChange={(crewOnly) => onChange({ crewOnly })}>
        {t('register.crewOnlyHint')}
      </Tick>
      {register.maySetDays && register.expiresOn !== null && (
        <PersonalDaysField
          days={fields.personalDays}
          error={errors['/personalDays']}
          onChange={(personalDays) => onChange({ personalDays })}
        />
      )}
    </>
  );
}

type Way = 'columns' | 'keep';

/** What has a dialog of its own. */
function Ways({ register, go }: { register: Register; go: (way: Way) => void }) {
  const { t } = useI18n();
  return (
    <p className="register-ways">
      <Button onClick={() => go('columns')}>{t('register.columns.button', { count: register.columns.length })}</Button>
      {register.mayKeep && <Button onClick={() => go('keep')}>{t('register.keep.button')}</Button>}
    </p>
  );
}

/** Its name, who keeps it and who sees it; an empty one can be removed. */
export function EditRegister({ register, projectId }: { register: Register; projectId: string }) {
  const { t, locale } = useI18n();
  const { edit, changes, change, refused, end } = useEdit(fieldsOf);
  const [way, setWay] = useState<Way | null>(null);
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
          known={['/name', '/teamId', '/personalDays']}
          onSubmit={() => save.mutate({ params: { path, header: ifMatch(edit.seen) }, body: bodyOf(changes) })}
          onClose={close}
        >
          <RegisterFields
            {...{ register, fields: edit.fields, errors, projectId }}
            onChange={(part) => change(register, part)}
          />
          <Ways
            register={register}
            go={(next) => {
              close();
              setWay(next);
            }}
          />
          <RemoveRegister register={register} projectId={projectId} />
        </FormModal>
      )}
      {way === 'keep' && <KeepInHouse register={register} onClose={() => setWay(null)} />}
      {way === 'columns' && <ColumnsDialog register={register} onClose={() => setWay(null)} />}
    </>
  );
}
