import Button from 'antd/es/button';
import type { PersonRef, Team } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Input, Select } from '../../../components/late';
import { PersonSelect } from '../../../components/PersonSelect';
import { useI18n } from '../../../i18n';
import { type DraftAction, NEW_ACTION } from './recordFields';

interface Crew {
  people: readonly PersonRef[];
  teams: readonly Team[];
}

interface LineProps extends Crew {
  action: DraftAction;
  number: number;
  error: string | undefined;
  onChange: (part: Partial<DraftAction>) => void;
  onRemove: () => void;
}

function ActionLine({ action, number, error, people, teams, onChange, onRemove }: LineProps) {
  const { t, pick } = useI18n();
  const { text, assignee, team, dueDay } = action;
  // Whoever has left since stays to be seen.
  const everybody = assignee && !people.some(({ id }) => id === assignee.id) ? [...people, assignee] : people;
  return (
    <li className="record-draft">
      <Input
        aria-label={t('record.action.text', { number })}
        placeholder={t('record.action.text', { number })}
        status={error ? 'error' : undefined}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Button type="text" aria-label={t('record.action.remove', { number })} onClick={onRemove}>
        ✕
      </Button>
      <div className="record-draft-more">
        <PersonSelect
          label={t('record.action.assignee', { number })}
          placeholder={t('record.action.nobody')}
          people={everybody}
          value={assignee?.id ?? null}
          onChange={(id) => onChange({ assignee: everybody.find((one) => one.id === id) ?? null })}
        />
        <Select
          className="wide"
          aria-label={t('record.action.team', { number })}
          placeholder={t('record.action.ownTeam')}
          allowClear
          value={team?.id}
          options={teams.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
          onChange={(id?: string) => onChange({ team: teams.find((one) => one.id === id) ?? null })}
        />
        <DayField
          label={t('record.action.due', { number })}
          placeholder={t('record.action.noDue')}
          value={dueDay}
          onChange={(day) => onChange({ dueDay: day })}
        />
      </div>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

interface Props extends Crew {
  actions: readonly DraftAction[];
  errors: Record<string, string>;
  onChange: (actions: DraftAction[]) => void;
}

/** What somebody is to do, one after the other. */
export function ActionsField({ actions, errors, onChange, ...crew }: Props) {
  const { t } = useI18n();
  const worded = actions.filter(({ text }) => text.trim() !== '');
  const errorOf = (action: DraftAction) => {
    const at = `/actions/${worded.indexOf(action)}/`;
    return Object.entries(errors).find(([pointer]) => pointer.startsWith(at))?.[1];
  };
  return (
    <fieldset className="record-drafts">
      <legend>{t('record.actions')}</legend>
      <ul>
        {actions.map((action, index) => (
          <ActionLine
            // Lines are only added at the end and removed one by one; nothing in them is remembered but the fields.
            key={index}
            {...crew}
            action={action}
            number={index + 1}
            error={errorOf(action)}
            onChange={(part) => onChange(actions.map((one, at) => (at === index ? { ...one, ...part } : one)))}
            onRemove={() => onChange(actions.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <Button onClick={() => onChange([...actions, NEW_ACTION])}>{t('record.action.add')}</Button>
    </fieldset>
  );
}
