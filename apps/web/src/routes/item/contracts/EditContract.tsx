import Button from 'antd/es/button';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Contract } from '../../../api/types';
import { useEdit } from '../../../components/useEdit';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { ContractForm, type ContractFields } from './ContractForm';

const fieldsOf = ({ party, amount, currency, sentOn, signedOn, startsOn, endsOn, note }: Contract): ContractFields => ({
  ...{ party, amount, currency, note },
  ...{ sentOn, signedOn, startsOn, endsOn },
});

/** A field of the contract as it is now, in words. */
function useInWords() {
  const { t } = useI18n();
  return (contract: Contract, field: keyof ContractFields): readonly [string, string] => {
    const value = contract[field];
    const isDay = field.endsWith('On');
    const words = value === null ? t('common.none') : isDay ? formatDay(String(value)) : value.toLocaleString();
    return [t(`contract.${field}`), words];
  };
}

export function EditContract({ contract }: { contract: Contract }) {
  const { t } = useI18n();
  const inWords = useInWords();
  const draft = useEdit(fieldsOf);
  const edit = api.useMutation('patch', '/api/contracts/{id}', {
    meta: { quiet: true },
    onSuccess: draft.end,
    onError: draft.refused,
  });
  const close = () => {
    edit.reset();
    draft.end();
  };
  const submit = () => {
    if (!draft.edit) return;
    const params = { path: { id: contract.id }, header: ifMatch(draft.edit.seen) };
    edit.mutate({ params, body: draft.changes });
  };
  return (
    <>
      <Button size="small" type="text" onClick={() => draft.change(contract, {})}>
        {t('common.edit')}
      </Button>
      {draft.edit && (
        <ContractForm
          title={t('contract.edit')}
          fields={draft.edit.fields}
          set={(part) => draft.change(contract, part)}
          busy={edit.isPending}
          error={edit.error}
          present={draft.edit.moved.map((field) => inWords(draft.edit!.seen, field))}
          onSubmit={submit}
          onClose={close}
        />
      )}
    </>
  );
}
