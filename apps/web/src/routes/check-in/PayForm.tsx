import InputNumber from 'antd/es/input-number';
import { useState } from 'react';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';
import { type DeskState, receiptNumber, type ShownRow } from './desk.rules';

interface Props {
  row: ShownRow;
  state: DeskState;
  onPay: (row: ShownRow, amount: number) => void;
  onClose: () => void;
}

const MOST = 10_000_000;

/** A fee paid at the desk; its receipt number is known before the network is asked. */
export function PayForm({ row, state, onPay, onClose }: Props) {
  const { t } = useI18n();
  const [amount, setAmount] = useState<number | null>(row.fee);
  return (
    <FormModal
      open
      title={t('checkIn.pay.title', { name: row.name })}
      confirm={t('checkIn.pay.confirm')}
      ready={amount !== null && amount > 0}
      busy={false}
      error={null}
      onSubmit={() => onPay(row, amount!)}
      onClose={onClose}
    >
      <Field label={t('checkIn.pay.amount')}>
        {(control) => (
          <InputNumber {...control} autoFocus min={0} max={MOST} precision={0} value={amount} onChange={setAmount} />
        )}
      </Field>
      <p className="desk-receipt">
        {t('checkIn.pay.number')} <strong>{receiptNumber(state)}</strong>
      </p>
      <p className="field-hint">{t('checkIn.pay.hint')}</p>
    </FormModal>
  );
}
