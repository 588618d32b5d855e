import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ApiError, fieldErrors } from '../../../api/problem';
import type { KeptList, Register } from '../../../api/types';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Modal, Select } from '../../../components/late';
import { useI18n } from '../../../i18n';

const isThere = (error: unknown) => error instanceof ApiError && error.problem?.type === '/problems/list-there';

/** Keeps what a list is in a template of the house, so that new projects start with it. */
export function KeepInHouse({ register, onClose }: { register: Register; onClose: () => void }) {
  const { t, locale, pick } = useI18n();
  const [templateId, setTemplateId] = useState<string>();
  const query = api.useQuery('get', '/api/house-templates');
  const houses = query.data?.items.filter(({ status }) => status !== 'retired') ?? [];
  const keep = api.useMutation('post', '/api/registers/{id}/keep', { meta: { quiet: true } });
  const chosen = houses.find(({ id }) => id === templateId);
  const there = isThere(keep.error);
  const ask = () => {
    if (!templateId) return;
    keep.mutate({ params: { path: { id: register.id } }, body: { templateId, ...(there && { replace: true }) } });
  };
  const choose = (id: string) => {
    keep.reset();
    setTemplateId(id);
  };
  if (keep.data && chosen)
    return (
      <Modal
        open
        title={t('register.keep.button')}
        footer={<Button onClick={onClose}>{t('common.close')}</Button>}
        onCancel={onClose}
      >
        <Kept kept={keep.data} register={register} id={chosen.id} name={pick(chosen.name, chosen.nameEn)} />
      </Modal>
    );
  return (
    <FormModal
      open
      title={t('register.keep.button')}
      confirm={there ? t('register.keep.replace') : t('register.keep.do')}
      ready={templateId !== undefined}
      busy={keep.isPending}
      error={keep.error}
      known={['/templateId']}
      onSubmit={ask}
      onClose={onClose}
    >
      <p>{t('register.keep.hint')}</p>
      {query.data && houses.length === 0 && <p className="muted">{t('register.keep.none')}</p>}
      <Field label={t('register.keep.template')} error={fieldErrors(keep.error, locale)['/templateId']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={templateId}
            loading={query.isPending}
            options={houses.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={choose}
          />
        )}
      </Field>
    </FormModal>
  );
}

interface KeptProps {
  kept: KeptList;
  register: Register;
  /** Of the template. */
  id: string;
  name: string;
}

/** What became of it, and what new projects will have otherwise. */
function Kept({ kept: { replaced, teamKnown, asText }, register: { columns }, id, name }: KeptProps) {
  const { t } = useI18n();
  const isPersonal = columns.some(({ personal }) => personal);
  return (
    <div role="status">
      <p>
        {replaced ? t('register.keep.replaced', { name }) : t('register.keep.done', { name })}
        {t('register.keep.publish')}{' '}
        <Link to="/house-templates/$id" params={{ id }}>
          {t('register.keep.open')}
        </Link>
      </p>
      {!teamKnown && (
        <p className="note">{isPersonal ? t('register.keep.noTeamPersonal') : t('register.keep.noTeam')}</p>
      )}
      {asText.length > 0 && <p className="note">{t('register.keep.asText', { names: asText.join('、') })}</p>}
    </div>
  );
}

/** For where its settings are not offered, as in a project that is closed. */
export function KeepButton({ register }: { register: Register }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('register.keep.button')}
      </Button>
      {open && <KeepInHouse register={register} onClose={() => setOpen(false)} />}
    </>
  );
}
