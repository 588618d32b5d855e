import Button from 'antd/es/button';
import { useState } from 'react';
import { InputNumber, Select } from '../../../../components/late';
import { api } from '../../../../api/client';
import { ifMatch } from '../../../../api/edit';
import type { Register, RegisterWeight } from '../../../../api/types';
import { Panel } from '../../../../components/Panel';
import { useI18n } from '../../../../i18n';
import { weightsKept, weightsShown } from './weights';

const MOST_WEIGHT = 10;

interface RowProps {
  name: string;
  weight: RegisterWeight;
  writes: boolean;
  onChange: (part: Partial<RegisterWeight>) => void;
}

function WeightRow({ name, weight, writes, onChange }: RowProps) {
  const { t } = useI18n();
  return (
    <li className="weight-row">
      <span>{name}</span>
      <InputNumber<number>
        aria-label={t('register.compare.weightOf', { name })}
        min={0}
        max={MOST_WEIGHT}
        precision={0}
        inputMode="numeric"
        disabled={!writes}
        value={weight.weight}
        onChange={(value) => onChange({ weight: value ?? 0 })}
      />
      <Select
        aria-label={t('register.compare.betterOf', { name })}
        disabled={!writes}
        value={weight.better}
        options={(['higher', 'lower'] as const).map((value) => ({
          value,
          label: t(`register.compare.better.${value}`),
        }))}
        onChange={(better: RegisterWeight['better']) => onChange({ better })}
      />
    </li>
  );
}

/** How much each column counts; kept with the list, for everybody. */
export function WeightsPanel({ register }: { register: Register }) {
  const { t, pick } = useI18n();
  const [typed, setTyped] = useState<RegisterWeight[] | null>(null);
  const save = api.useMutation('patch', '/api/registers/{id}', { onSuccess: () => setTyped(null) });
  const shown = typed ?? weightsShown(register.columns, register.weights);
  const nameOf = (key: string) => {
    const column = register.columns.find((one) => one.key === key);
    return column ? pick(column.name, column.nameEn) : key;
  };
  const set = (at: number, part: Partial<RegisterWeight>) =>
    setTyped(shown.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const submit = () =>
    save.mutate({
      params: { path: { id: register.id }, header: ifMatch(register) },
      body: { weights: weightsKept(shown) },
    });
  return (
    <Panel title={t('register.compare.weights')}>
      <p className="muted">{t(register.mayManage ? 'register.compare.hint' : 'register.compare.readHint')}</p>
      <ul className="weights">
        {shown.map((weight, at) => (
          <WeightRow
            key={weight.column}
            name={nameOf(weight.column)}
            weight={weight}
            writes={register.mayManage}
            onChange={(part) => set(at, part)}
          />
        ))}
      </ul>
      {register.mayManage && (
        <Button type="primary" disabled={typed === null} loading={save.isPending} onClick={submit}>
          {t('register.compare.apply')}
        </Button>
      )}
    </Panel>
  );
}
