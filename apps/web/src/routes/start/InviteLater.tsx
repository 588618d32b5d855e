import Button from 'antd/es/button';
import type { InputRef } from 'antd/es/input';
import { useRef, useState } from 'react';
import { Input } from '../../components/late';
import { useI18n } from '../../i18n';
import type { ToInvite } from './draft';

interface Props {
  team: string;
  teamName: string;
  invited: readonly ToInvite[];
  onChange: (invited: ToInvite[]) => void;
}

interface FormProps {
  teamName: string;
  onAdd: (name: string, lead: boolean) => void;
}

function InviteForm({ teamName, onAdd }: FormProps) {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [lead, setLead] = useState(false);
  const field = useRef<InputRef>(null);
  const add = () => {
    if (name.trim()) onAdd(name.trim(), lead);
    setName('');
    setLead(false);
    field.current?.focus();
  };
  return (
    <form
      className="invite-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Input
        ref={field}
        autoFocus
        maxLength={100}
        value={name}
        aria-label={t('start.whoToInvite', { name: teamName })}
        placeholder={t('person.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <label className="plain-check">
        <input type="checkbox" checked={lead} onChange={(event) => setLead(event.target.checked)} />
        {t('people.asLead')}
      </label>
      <Button htmlType="submit" disabled={!name.trim()}>
        {t('start.remember')}
      </Button>
      <p className="field-hint">{t('start.rememberHint')}</p>
    </form>
  );
}

/** People without an account: remembered here, invited once there is a project that they can be invited into. */
export function InviteLater({ team, teamName, invited, onChange }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const others = (name: string) => invited.filter((one) => one.name !== name);
  return (
    <div className="invite-later">
      {invited.map((one) => (
        <span key={one.name} className="invited">
          {one.lead ? t('start.invitedLead', { name: one.name }) : t('start.invited', { name: one.name })}
          <button
            type="button"
            aria-label={t('start.dontInvite', { name: one.name })}
            onClick={() => onChange(others(one.name))}
          >
            ×
          </button>
        </span>
      ))}
      {open ? (
        <InviteForm teamName={teamName} onAdd={(name, lead) => onChange([...others(name), { team, name, lead }])} />
      ) : (
        <button
          type="button"
          className="link-button"
          aria-label={t('start.notHereOf', { name: teamName })}
          onClick={() => setOpen(true)}
        >
          {t('start.notHere')}
        </button>
      )}
    </div>
  );
}
