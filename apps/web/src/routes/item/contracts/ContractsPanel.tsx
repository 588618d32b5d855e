import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Contract, Deliverable } from '../../../api/types';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { ContractForm, type ContractFields, EMPTY_CONTRACT } from './ContractForm';
import { ContractRow } from './ContractRow';
import '../../../styles/contracts.css';

function Sum({ contracts }: { contracts: readonly Contract[] }) {
  const { t } = useI18n();
  const counted = contracts.filter(({ state, amount }) => amount !== null && state !== 'dropped');
  const currencies = [...new Set(counted.map(({ currency }) => currency))];
  if (counted.length < 2) return null;
  const sumOf = (currency: string) =>
    counted.filter((one) => one.currency === currency).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return (
    <p className="contract-sum">
      {t('contract.sum')} {currencies.map((one) => `${one} ${sumOf(one).toLocaleString()}`).join(t('common.comma'))}
    </p>
  );
}

function AddContract({ deliverableId }: { deliverableId: string }) {
  const { t } = useI18n();
  const [fields, setFields] = useState<ContractFields | null>(null);
  const add = api.useMutation('post', '/api/deliverables/{id}/contracts', {
    meta: { quiet: true },
    onSuccess: () => setFields(null),
  });
  const close = () => {
    add.reset();
    setFields(null);
  };
  return (
    <>
      <Button size="small" onClick={() => setFields(EMPTY_CONTRACT)}>
        {t('contract.add')}
      </Button>
      {fields && (
        <ContractForm
          title={t('contract.add')}
          fields={fields}
          set={(part) => setFields({ ...fields, ...part })}
          busy={add.isPending}
          error={add.error}
          onSubmit={() => add.mutate({ params: { path: { id: deliverableId } }, body: fields })}
          onClose={close}
        />
      )}
    </>
  );
}

/** With whom, about how much and how far: the agreements that a deliverable stands for. */
export function ContractsPanel({ deliverable: { id } }: { deliverable: Deliverable }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/deliverables/{id}/contracts', { params: { path: { id } } });
  if (!query.data) return <LoadState query={query} />;
  const { items, mayAdd } = query.data;
  return (
    <section className="contracts" aria-label={t('contract.title')}>
      {items.length === 0 && <p className="muted">{t('contract.empty')}</p>}
      <ul>
        {items.map((contract) => (
          <ContractRow key={contract.id} contract={contract} />
        ))}
      </ul>
      <Sum contracts={items} />
      {mayAdd && <AddContract deliverableId={id} />}
    </section>
  );
}
