import Button from 'antd/es/button';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useState } from 'react';
import type { EditHouseTemplate, HouseTemplate } from '../../api/types';
import { notify } from '../../app/notify';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { HouseLists } from './HouseLists';
import { RulePartsField } from './RulePartsField';
import { newKey, newOption, newReminder, withDays } from './setup';
import { useEditHouse } from './useHouse';

type Setup = Pick<
  HouseTemplate['draft'],
  'name' | 'nameEn' | 'description' | 'descriptionEn' | 'anchors' | 'teams' | 'options' | 'reminders' | 'lists'
>;
interface Props {
  setup: Setup;
  set: (change: Partial<Setup>) => void;
}

const replaced = <T,>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((one, i) => (i === index ? { ...one, ...change } : one));
const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

/** What a draft has beside its work items: names, anchors, sub-teams, questions, reminders. */
export function HouseSetup({ house }: { house: HouseTemplate }) {
  const { t } = useI18n();
  const [setup, setSetup] = useState<Setup>(house.draft);
  const { edit, busy, error } = useEditHouse(house, true);
  const set = (change: Partial<Setup>) => setSetup((now) => ({ ...now, ...change }));
  const save = () => {
    const { name, nameEn, description, descriptionEn, teams, options, reminders } = setup;
    const anchors = setup.anchors.flatMap(({ key, default: rule }) => (rule ? [{ key, default: rule }] : []));
    const body: EditHouseTemplate = { name, nameEn, description, descriptionEn, teams, options, reminders, anchors };
    const removeLists = house.draft.lists.filter((list) => !setup.lists.includes(list)).map((list) => list.name);
    if (removeLists.length > 0) body.removeLists = removeLists;
    edit(body).then(
      () => notify.success(t('common.saved')),
      () => undefined,
    );
  };
  return (
    <>
      <div className="two-columns">
        <div>
          <Words setup={setup} set={set} />
          <Teams setup={setup} set={set} />
          <Reminders setup={setup} set={set} />
          <HouseLists lists={setup.lists} teams={setup.teams} onChange={(lists) => set({ lists })} />
        </div>
        <div>
          <Questions setup={setup} set={set} />
          <Anchors setup={setup} set={set} />
        </div>
      </div>
      <FormError error={error} />
      <p className="house-add">
        <Button type="primary" loading={busy} onClick={save}>
          {t('common.save')}
        </Button>
        <span className="muted">{t('house.setup.saveHint')}</span>
      </p>
    </>
  );
}

function Words({ setup, set }: Props) {
  const { t } = useI18n();
  const labels = {
    name: t('house.name'),
    nameEn: t('house.nameEn'),
    description: t('house.setup.description'),
    descriptionEn: t('house.setup.descriptionEn'),
  };
  return (
    <Panel title={t('house.setup.words')}>
      {(['name', 'nameEn', 'description', 'descriptionEn'] as const).map((key) => (
        <Field key={key} label={labels[key]}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize
              value={setup[key]}
              onChange={(event) => set({ [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </Panel>
  );
}

function Anchors({ setup: { anchors }, set }: Props) {
  const { t, pick } = useI18n();
  return (
    <Panel title={t('house.setup.anchors')}>
      {anchors.map((anchor, index) =>
        anchor.default === null ? null : (
          <RulePartsField
            key={anchor.key}
            label={pick(anchor.name, anchor.nameEn)}
            value={anchor.default}
            anchors={anchors.filter(({ key }) => key !== anchor.key)}
            onChange={(rule) => set({ anchors: replaced(anchors, index, { default: rule }) })}
          />
        ),
      )}
    </Panel>
  );
}

function Teams({ setup: { teams }, set }: Props) {
  const { t } = useI18n();
  return (
    <Panel title={t('house.setup.teams')} count={teams.length}>
      {teams.map((team, index) => (
        <div key={team.key} className="house-part house-part-line">
          <Input
            aria-label={t('house.name')}
            value={team.name}
            onChange={(event) => set({ teams: replaced(teams, index, { name: event.target.value }) })}
          />
          <Input
            aria-label={t('house.nameEn')}
            value={team.nameEn}
            onChange={(event) => set({ teams: replaced(teams, index, { nameEn: event.target.value }) })}
          />
          <Button onClick={() => set({ teams: without(teams, index) })}>{t('house.remove')}</Button>
        </div>
      ))}
      <Button onClick={() => set({ teams: [...teams, { key: newKey('team', teams), name: '', nameEn: '' }] })}>
        {t('house.setup.addTeam')}
      </Button>
    </Panel>
  );
}

function Questions({ setup: { options }, set }: Props) {
  const { t } = useI18n();
  const ask = (index: number, change: { zh?: string; en?: string }) =>
    set({ options: replaced(options, index, { question: { ...options[index]!.question, ...change } }) });
  return (
    <Panel title={t('house.setup.options')} count={options.length}>
      {options.map(({ key, question }, index) => (
        <div key={key} className="house-part">
          <Input
            aria-label={t('house.setup.question')}
            value={question.zh}
            onChange={(event) => ask(index, { zh: event.target.value })}
          />
          <div className="house-part-line">
            <Input
              aria-label={t('house.setup.questionEn')}
              value={question.en}
              onChange={(event) => ask(index, { en: event.target.value })}
            />
            <Button onClick={() => set({ options: without(options, index) })}>{t('house.remove')}</Button>
          </div>
        </div>
      ))}
      <Button onClick={() => set({ options: [...options, newOption(options)] })}>{t('house.setup.addOption')}</Button>
    </Panel>
  );
}

function Reminders({ setup: { reminders }, set }: Props) {
  const { t } = useI18n();
  const { at, rules } = reminders;
  const setRules = (next: typeof rules) => set({ reminders: { at, rules: next } });
  return (
    <Panel title={t('house.setup.reminders')} count={rules.length}>
      <Field label={t('house.setup.at')}>
        {(control) => (
          <Input
            {...control}
            type="time"
            className="house-time"
            value={at}
            onChange={(event) => set({ reminders: { at: event.target.value, rules } })}
          />
        )}
      </Field>
      {rules.map((rule, index) => (
        <ReminderRow
          key={rule.key}
          rule={rule}
          change={(next) => setRules(rules.flatMap((one, i) => (i === index ? (next ? [next] : []) : [one])))}
        />
      ))}
      <Button onClick={() => setRules([...rules, newReminder(rules)])}>{t('house.setup.addReminder')}</Button>
    </Panel>
  );
}

interface ReminderProps {
  rule: Setup['reminders']['rules'][number];
  /** Null removes it. */
  change: (next: Setup['reminders']['rules'][number] | null) => void;
}

function ReminderRow({ rule, change }: ReminderProps) {
  const { t } = useI18n();
  const working = rule.workingDays !== undefined;
  const days = rule.days ?? rule.workingDays ?? 0;
  const sign = days <= 0 ? -1 : 1;
  return (
    <div className="rule-field">
      <Select
        aria-label={t('house.rule.side')}
        value={sign}
        options={[
          { value: -1, label: t('house.setup.beforeDue') },
          { value: 1, label: t('house.setup.afterDue') },
        ]}
        popupMatchSelectWidth={false}
        onChange={(side) => change(withDays(rule, side * Math.abs(days || 1), working))}
      />
      <InputNumber
        aria-label={t('house.rule.count')}
        min={0}
        max={365}
        precision={0}
        value={Math.abs(days)}
        onChange={(count) => change(withDays(rule, sign * (count ?? 0), working))}
      />
      <Select
        aria-label={t('house.rule.unit')}
        value={working}
        options={[
          { value: false, label: t('house.rule.days') },
          { value: true, label: t('house.rule.working') },
        ]}
        popupMatchSelectWidth={false}
        onChange={(isWorking) => change(withDays(rule, days, isWorking))}
      />
      <Button onClick={() => change(null)}>{t('house.remove')}</Button>
    </div>
  );
}
