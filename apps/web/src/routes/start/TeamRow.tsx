import type { PersonRef, TeamStaffing, Template } from '../../api/types';
import { PeopleSelect } from '../../components/PersonSelect';
import { useI18n } from '../../i18n';
import type { ToInvite } from './draft';
import { InviteLater } from './InviteLater';

interface Props {
  team: Template['teams'][number];
  /** How much work it would get. */
  share: { workItems: number; deliverables: number } | undefined;
  staffing: TeamStaffing | undefined;
  invited: readonly ToInvite[];
  people: readonly PersonRef[];
  error?: string;
  onChange: (staffing: TeamStaffing) => void;
  onInvite: (invited: ToInvite[]) => void;
}

export function TeamRow({ team, share, staffing, invited, people, error, onChange, onInvite }: Props) {
  const { t, pick } = useI18n();
  const name = pick(team.name, team.nameEn);
  const now = { leads: [], members: [], ...staffing, team: team.key };
  return (
    <li className="team-row">
      <div>
        <h3>{name}</h3>
        {share && (
          <p className="muted">
            {t('counts.workItems', { count: share.workItems })}
            {' · '}
            {t('counts.deliverables', { count: share.deliverables })}
          </p>
        )}
      </div>
      <PeopleSelect
        people={people}
        label={t('start.leadsOf', { name })}
        placeholder={t('role.lead')}
        value={now.leads}
        onChange={(leads) => onChange({ ...now, leads })}
      />
      <PeopleSelect
        people={people}
        label={t('start.membersOf', { name })}
        placeholder={t('role.member')}
        value={now.members}
        onChange={(members) => onChange({ ...now, members })}
      />
      <InviteLater team={team.key} teamName={name} invited={invited} onChange={onInvite} />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
