import Button from 'antd/es/button';
import { useState } from 'react';
import { InputNumber, Modal, Select } from '../../components/late';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { WorkItem } from '../../api/types';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { changeItem } from './useItem';

type Unit = WorkItem['predecessors'][number]['lagUnit'];
interface Row {
  id: string | null;
  lagDays: number;
  lagUnit: Unit;
}

const UNITS: readonly Unit[] = ['days', 'working days'];
const LONGEST_LAG = 365;

interface RowProps {
  row: Row;
  options: { value: string; label: string }[];
  change: (part: Partial<Row>) => void;
  remove: () => void;
}

function PredecessorRow({ row, options, change, remove }: RowProps) {
  const { t } = useI18n();
  return (
    <li className="predecessor-row">
      <Select
        aria-label={t('network.predecessor')}
        placeholder={t('network.choose')}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        value={row.id}
        options={options}
        onChange={(id) => change({ id })}
      />
      <InputNumber
        aria-label={t('network.lag')}
        min={-LONGEST_LAG}
        max={LONGEST_LAG}
        precision={0}
        value={row.lagDays}
        onChange={(lagDays) => change({ lagDays: lagDays ?? 0 })}
      />
      <Select
        aria-label={t('network.lag')}
        value={row.lagUnit}
        options={UNITS.map((value) => ({ value, label: t(`network.unit.${value}`) }))}
        onChange={(lagUnit) => change({ lagUnit })}
      />
      <Button type="text" onClick={remove}>
        {t('network.remove')}
      </Button>
    </li>
  );
}

/** The whole list of what the item waits for, with the lag of each. */
export function PredecessorsModal({ item, onClose }: { item: WorkItem; onClose: () => void }) {
  const { t, pick } = useI18n();
  const [rows, setRows] = useState<Row[]>(
    item.predecessors.map(({ id, lagDays, lagUnit }) => ({ id, lagDays, lagUnit })),
  );
  const schedule = api.useQuery('get', '/api/projects/{id}/schedule', { params: { path: { id: item.projectId } } });
  const save = api.useMutation('put', '/api/work-items/{id}/predecessors', {
    meta: { quiet: true },
    onSuccess: (after) => {
      changeItem(item.id, () => after);
      onClose();
    },
  });
  const others = schedule.data?.items.filter(({ id }) => id !== item.id) ?? [];
  const options = others.map(({ id, code, title, titleEn }) => ({
    value: id,
    label: [code, pick(title, titleEn)].filter(Boolean).join(' '),
  }));
  const freeFor = (row: Row) => options.filter(({ value }) => value === row.id || rows.every(({ id }) => id !== value));
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const submit = () => {
    const predecessors = rows.flatMap(({ id, ...lag }) => (id ? [{ id, ...lag }] : []));
    save.mutate({ params: { path: { id: item.id }, header: ifMatch(item) }, body: { predecessors } });
  };
  return (
    <Modal
      open
      title={t('network.edit')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="field-hint">{t('network.editHint')}</p>
      <FormError error={save.error} />
      <ul className="predecessor-rows">
        {rows.map((row, index) => (
          <PredecessorRow
            key={index}
            row={row}
            options={freeFor(row)}
            change={(part) => change(index, part)}
            remove={() => setRows(rows.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <Button onClick={() => setRows([...rows, { id: null, lagDays: 0, lagUnit: 'days' }])}>{t('network.add')}</Button>
    </Modal>
  );
}
