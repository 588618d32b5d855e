import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { type HouseTemplate, OUTPUT_KINDS } from '../../api/types';
import { roleName } from '../../format/roles';
import { useI18n } from '../../i18n';
import { type CheckFields, type DeliverableFields, newCheck, newDeliverable, type TaskFields } from './items';
import { RulePartsField } from './RulePartsField';

interface Props {
  fields: TaskFields;
  set: (change: Partial<TaskFields>) => void;
  anchors: HouseTemplate['draft']['anchors'];
}

/** The deliverables and acceptance checks of a work item. */
export function HouseParts({ fields, set, anchors }: Props) {
  const { t } = useI18n();
  const { deliverables, checks } = fields;
  const at = <P,>(list: readonly P[], index: number, change: Partial<P> | null) =>
    change === null
      ? list.filter((_, i) => i !== index)
      : list.map((one, i) => (i === index ? { ...one, ...change } : one));
  return (
    <>
      <h3>{t('house.deliverables')}</h3>
      {deliverables.map((row, index) => (
        <DeliverablePart
          key={row.place ?? `new-${index}`}
          row={row}
          anchors={anchors}
          change={(change) => set({ deliverables: at(deliverables, index, change) })}
        />
      ))}
      <Button onClick={() => set({ deliverables: [...deliverables, newDeliverable(fields)] })}>
        {t('house.addDeliverable')}
      </Button>
      <h3>{t('house.checks')}</h3>
      {checks.map((check, index) => (
        <CheckPart
          key={check.place ?? `new-${index}`}
          check={check}
          change={(change) => set({ checks: at(checks, index, change) })}
        />
      ))}
      <Button onClick={() => set({ checks: [...checks, newCheck(fields)] })}>{t('house.addCheck')}</Button>
    </>
  );
}

interface DeliverableProps {
  row: DeliverableFields;
  anchors: Props['anchors'];
  /** Null removes it. */
  change: (change: Partial<DeliverableFields> | null) => void;
}

function DeliverablePart({ row, anchors, change }: DeliverableProps) {
  const { t } = useI18n();
  return (
    <div className="house-part">
      <Input
        aria-label={t('house.itemTitle')}
        placeholder={t('house.itemTitle')}
        value={row.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Input
        aria-label={t('house.titleEn')}
        placeholder={t('house.titleEn')}
        value={row.titleEn}
        onChange={(event) => change({ titleEn: event.target.value })}
      />
      <RulePartsField
        label={t('house.start')}
        value={row.start}
        anchors={anchors}
        onChange={(start) => change({ start })}
      />
      <RulePartsField label={t('house.due')} value={row.due} anchors={anchors} onChange={(due) => change({ due })} />
      <DeliverableTerms row={row} change={change} />
    </div>
  );
}

function DeliverableTerms({ row, change }: Omit<DeliverableProps, 'anchors'>) {
  const { t } = useI18n();
  return (
    <div className="rule-field">
      <Select
        aria-label={t('house.accepter')}
        popupMatchSelectWidth={false}
        value={row.accepter ?? 'nobody'}
        options={[
          { value: 'nobody', label: t('house.noAccepter') },
          ...(['lead', 'manager', 'client'] as const).map((who) => ({
            value: who,
            label: `${t('house.accepter')}${t('common.colon')}${roleName(who)}`,
          })),
        ]}
        onChange={(who) => change({ accepter: who === 'nobody' ? null : (who as DeliverableFields['accepter']) })}
      />
      <Select
        aria-label={t('house.evidence')}
        popupMatchSelectWidth={false}
        value={row.evidence}
        options={(['no', 'optional', 'required'] as const).map((need) => ({
          value: need,
          label: `${t('house.evidence')}${t('common.colon')}${t(`deliverable.evidence.${need}`)}`,
        }))}
        onChange={(evidence) => change({ evidence })}
      />
      <Select
        aria-label={t('deliverable.kindWord')}
        popupMatchSelectWidth={false}
        value={row.kind ?? 'file'}
        options={OUTPUT_KINDS.map((value) => ({
          value,
          label: `${t('deliverable.kindWord')}${t('common.colon')}${t(`deliverable.kind.${value}`)}`,
        }))}
        onChange={(kind) => change({ kind })}
      />
      <Button onClick={() => change(null)}>{t('house.remove')}</Button>
    </div>
  );
}

function CheckPart({ check, change }: { check: CheckFields; change: (change: Partial<CheckFields> | null) => void }) {
  const { t } = useI18n();
  return (
    <div className="house-part house-part-line">
      <Input.TextArea
        aria-label={t('house.checks')}
        autoSize
        value={check.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Button onClick={() => change(null)}>{t('house.remove')}</Button>
    </div>
  );
}
