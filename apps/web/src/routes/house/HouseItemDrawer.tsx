import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import type { DraftItem, HouseTemplate } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { StageField } from '../../components/WorkFields';
import { roleName } from '../../format/roles';
import { useI18n } from '../../i18n';
import { HouseParts } from './HouseParts';
import { completed, fieldsOf, type TaskFields } from './items';
import { LeaveOutField } from './LeaveOutField';
import { RulePartsField } from './RulePartsField';
import { useEditHouse } from './useHouse';

interface Props {
  house: HouseTemplate;
  /** Null for a new one, which goes behind the last of its stage. */
  place: string | null;
  initial: DraftItem;
  onClose: () => void;
}

/** One work item of a draft with everything that the house decides of it. */
export function HouseItemDrawer({ house, place, initial, onClose }: Props) {
  const { t, pick, locale } = useI18n();
  const phone = useIsPhone();
  const [fields, setFields] = useState<TaskFields>(() => fieldsOf(initial));
  const { edit, busy, error } = useEditHouse(house, true);
  const { draft } = house;
  const set = (change: Partial<TaskFields>) => setFields((now) => ({ ...now, ...change }));
  const errors = fieldErrors(error, locale);
  const index = draft.items.findIndex((item) => item.place === place);
  const behind =
    draft.items.findLast(({ stage }) => stage === fields.stage)?.place ?? draft.items.at(-1)?.place ?? null;
  const errorAt = (field: string) =>
    errors[`/items/0/${field}`] ?? errors[`/add/${field}`] ?? errors[`/items/${index}/${field}`];
  const save = () => {
    const body = completed(fields);
    const sent = place === null ? { add: { ...body, behind } } : { items: [{ place, ...body }] };
    edit(sent as Parameters<typeof edit>[0]).then(onClose, () => undefined);
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 640}
      title={place === null ? t('house.add') : pick(initial.title, initial.titleEn)}
      footer={
        <Button type="primary" loading={busy} onClick={save}>
          {t('common.save')}
        </Button>
      }
    >
      <FormError
        error={error}
        known={['title', 'titleEn', 'start', 'due'].flatMap((one) => [`/items/0/${one}`, `/add/${one}`])}
      />
      <Words fields={fields} set={set} errorAt={errorAt} />
      <Who draft={draft} fields={fields} set={set} errorAt={errorAt} />
      <When draft={draft} place={place} fields={fields} set={set} errorAt={errorAt} />
      <HouseParts fields={fields} set={set} anchors={draft.anchors} />
    </Drawer>
  );
}

interface FieldProps {
  fields: TaskFields;
  set: (change: Partial<TaskFields>) => void;
  errorAt: (field: string) => string | undefined;
}
interface PartProps extends FieldProps {
  draft: HouseTemplate['draft'];
  place?: string | null;
}

function Words({ fields, set, errorAt }: FieldProps) {
  const { t } = useI18n();
  return (
    <>
      {(['title', 'titleEn'] as const).map((key) => (
        <Field
          key={key}
          label={t(key === 'title' ? 'house.itemTitle' : 'house.titleEn')}
          optional={key === 'titleEn'}
          error={errorAt(key)}
        >
          {(control) => (
            <Input {...control} value={fields[key]} onChange={(event) => set({ [key]: event.target.value })} />
          )}
        </Field>
      ))}
      <Field label={t('house.guidance')} optional error={errorAt('guidance')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={fields.guidance ?? ''}
            onChange={(event) => set({ guidance: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function Who({ draft, fields, set, errorAt }: PartProps) {
  const { t, pick } = useI18n();
  return (
    <>
      <div className="house-pair">
        <StageField label={t('house.stage')} value={fields.stage} onChange={(stage) => set({ stage })} />
        <Field label={t('house.team')} error={errorAt('team')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={fields.team}
              options={draft.teams.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }))}
              onChange={(team) => set({ team })}
            />
          )}
        </Field>
        <Field label={t('house.owner')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={fields.owner}
              options={(['manager', 'lead', 'member'] as const).map((role) => ({ value: role, label: roleName(role) }))}
              onChange={(owner) => set({ owner })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function When({ draft, place, fields, set, errorAt }: PartProps) {
  const { t, pick } = useI18n();
  const others = draft.items.filter((item) => item.place !== place);
  return (
    <>
      <RulePartsField
        label={t('house.start')}
        value={fields.start}
        error={errorAt('start')}
        anchors={draft.anchors}
        onChange={(start) => set({ start })}
      />
      <RulePartsField
        label={t('house.due')}
        value={fields.due}
        error={errorAt('due')}
        anchors={draft.anchors}
        onChange={(due) => set({ due })}
      />
      <Field label={t('house.after')} optional error={errorAt('after')}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={fields.after}
            options={others.map((item) => ({ value: item.place, label: pick(item.title, item.titleEn) }))}
            onChange={(after: string[]) => set({ after })}
          />
        )}
      </Field>
      <LeaveOutField
        options={draft.options}
        value={fields.leaveOut}
        onChange={(leaveOut) => set({ leaveOut } as Partial<TaskFields>)}
      />
    </>
  );
}
