import { AutoComplete, Input, InputNumber, TextArea } from '../../../components/late';
import { fieldErrors } from '../../../api/problem';
import type { Contract } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';

export type ContractFields = Pick<
  Contract,
  'party' | 'amount' | 'currency' | 'sentOn' | 'signedOn' | 'startsOn' | 'endsOn' | 'note'
>;

export const EMPTY_CONTRACT: ContractFields = {
  ...{ party: '', amount: null, currency: 'TWD', note: null },
  ...{ sentOn: null, signedOn: null, startsOn: null, endsOn: null },
};

const CURRENCIES = ['TWD', 'USD', 'EUR', 'JPY', 'CNY'].map((value) => ({ value }));
const DAYS = [
  ['sentOn', 'signedOn'],
  ['startsOn', 'endsOn'],
] as const;
const POINTERS = ['party', 'amount', 'currency', 'note', ...DAYS.flat()].map((field) => `/${field}`);

interface PartProps {
  fields: ContractFields;
  set: (part: Partial<ContractFields>) => void;
  errors: Record<string, string>;
}

interface Props extends Omit<PartProps, 'errors'> {
  title: string;
  busy: boolean;
  error: unknown;
  /** See `FormError`. */
  present?: Parameters<typeof FormModal>[0]['present'];
  onSubmit: () => void;
  onClose: () => void;
}

function Money({ fields, set, errors }: PartProps) {
  const { t } = useI18n();
  return (
    <div className="field-pair">
      <Field label={t('contract.amount')} optional error={errors['/amount']}>
        {(control) => (
          <InputNumber<number>
            {...control}
            className="wide"
            min={0}
            precision={2}
            inputMode="decimal"
            formatter={(value) => String(value ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
            parser={(text) => Number((text ?? '').replaceAll(',', ''))}
            value={fields.amount}
            onChange={(amount) => set({ amount })}
          />
        )}
      </Field>
      <Field label={t('contract.currency')} error={errors['/currency']}>
        {(control) => (
          <AutoComplete
            {...control}
            className="wide"
            options={CURRENCIES}
            value={fields.currency}
            onChange={(currency: string) => set({ currency: currency.toUpperCase() })}
          />
        )}
      </Field>
    </div>
  );
}

function Days({ fields, set, errors }: PartProps) {
  const { t } = useI18n();
  return DAYS.map((pair) => (
    <div className="field-pair" key={pair[0]}>
      {pair.map((field) => (
        <Field key={field} label={t(`contract.${field}`)} optional error={errors[`/${field}`]}>
          {(control) => <DayField control={control} value={fields[field]} onChange={(day) => set({ [field]: day })} />}
        </Field>
      ))}
    </div>
  ));
}

/** What is written down of a contract. */
export function ContractForm({ title, fields, set, busy, error, present, onSubmit, onClose }: Props) {
  const { t, locale } = useI18n();
  const errors = fieldErrors(error, locale);
  const part = { fields, set, errors };
  return (
    <FormModal
      open
      title={title}
      confirm={t('common.save')}
      ready={fields.party.trim() !== ''}
      busy={busy}
      error={error}
      known={POINTERS}
      present={present}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Field label={t('contract.party')} error={errors['/party']}>
        {(control) => (
          <Input {...control} autoFocus value={fields.party} onChange={(event) => set({ party: event.target.value })} />
        )}
      </Field>
      <Money {...part} />
      <Days {...part} />
      <Field label={t('contract.note')} optional error={errors['/note']}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={fields.note ?? ''}
            onChange={(event) => set({ note: event.target.value || null })}
          />
        )}
      </Field>
    </FormModal>
  );
}
