import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import type { Milestone } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { RuleField } from '../../../components/RuleField';
import { useI18n } from '../../../i18n';
import type { countable } from './useMilestones';

const KINDS = [
  'performance-deadline',
  'initial-report',
  'interim-report',
  'final-report',
  'inspection',
  'payment',
  'other',
] as const satisfies readonly Milestone['kind'][];

export interface MilestoneDraft {
  kind: Milestone['kind'];
  name: string;
  nameEn: string;
  key: string;
  how: 'day' | 'rule';
  day: string | null;
  rule: string;
  amount: string;
  note: string;
  withWork: boolean;
}

export const emptyMilestone: MilestoneDraft = {
  ...{ kind: 'payment', name: '', nameEn: '', key: '', how: 'day', day: null, rule: '', amount: '', note: '' },
  withWork: true,
};

export const draftOf = ({ kind, name, nameEn, key, day, rule, amount, note }: Milestone): MilestoneDraft => ({
  ...{ kind, name, key, day },
  nameEn: nameEn ?? '',
  how: rule === null ? 'day' : 'rule',
  rule: rule ?? '',
  amount: amount ?? '',
  note: note ?? '',
  withWork: false,
});

interface Props {
  draft: MilestoneDraft;
  set: (part: Partial<MilestoneDraft>) => void;
  errors: Record<string, string>;
  anchors: ReturnType<typeof countable>;
  isNew?: boolean;
}

type Written = 'name' | 'nameEn' | 'amount' | 'key';

function Words({
  draft,
  set,
  errors,
  field,
  optional,
  hint,
}: Props & { field: Written; optional?: boolean; hint?: string }) {
  const { t } = useI18n();
  return (
    <Field label={t(`milestones.${field}`)} optional={optional} hint={hint} error={errors[`/${field}`]}>
      {(control) => (
        <Input {...control} value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} />
      )}
    </Field>
  );
}

function When({ draft, set, errors, anchors }: Props) {
  const { t } = useI18n();
  const ways = [
    { value: 'day' as const, label: t('milestones.byDay') },
    { value: 'rule' as const, label: t('milestones.byRule') },
  ];
  return (
    <>
      <Choices legend={t('milestones.when')} value={draft.how} choices={ways} onChange={(how) => set({ how })} />
      {draft.how === 'day' ? (
        <Field label={t('milestones.day')} error={errors['/day']}>
          {(control) => <DayField control={control} value={draft.day} onChange={(day) => set({ day })} />}
        </Field>
      ) : (
        <RuleField
          label={t('milestones.rule')}
          value={draft.rule}
          onChange={(rule) => set({ rule })}
          error={errors['/rule']}
          anchors={anchors.filter(({ key }) => key !== draft.key)}
        />
      )}
    </>
  );
}

export function MilestoneFields(props: Props) {
  const { draft, set, errors, isNew } = props;
  const { t } = useI18n();
  return (
    <>
      <Field label={t('milestones.kind')} error={errors['/kind']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.kind}
            options={KINDS.map((value) => ({ value, label: t(`milestones.of.${value}`) }))}
            onChange={(kind: Milestone['kind']) => set({ kind })}
          />
        )}
      </Field>
      <Words {...props} field="name" />
      <Words {...props} field="nameEn" optional />
      <When {...props} />
      {draft.kind === 'payment' && <Words {...props} field="amount" optional />}
      {isNew && <Words {...props} field="key" optional hint={t('milestones.keyHint')} />}
      <Field label={t('milestones.note')} optional error={errors['/note']}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={draft.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      {isNew && (
        <Checkbox checked={draft.withWork} onChange={(event) => set({ withWork: event.target.checked })}>
          {t('milestones.withWork')}
        </Checkbox>
      )}
    </>
  );
}
