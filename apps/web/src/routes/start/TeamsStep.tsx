import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { PersonRef, TeamStaffing, Template } from '../../api/types';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { PeopleSelect } from '../../components/PersonSelect';
import { useI18n } from '../../i18n';
import { StepFooter } from './StepFooter';
import type { TemplateStepProps } from './types';

interface RowProps {
  team: Template['teams'][number];
  staffing: TeamStaffing | undefined;
  people: readonly PersonRef[];
  error?: string;
  onChange: (staffing: TeamStaffing) => void;
}

function TeamRow({ team, staffing, people, error, onChange }: RowProps) {
  const { t, pick } = useI18n();
  const name = pick(team.name, team.nameEn);
  const now = { leads: [], members: [], ...staffing, team: team.key };
  return (
    <li className="team-row">
      <h2>{name}</h2>
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
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

export function TeamsStep({ draft, change, go, preview, error, template }: TemplateStepProps) {
  const { t, locale } = useI18n();
  const people = api.useQuery('get', '/api/people');
  if (!people.data) return <LoadState query={people} />;
  const active = people.data.items.filter((person) => person.active);
  const staffing = draft.teams ?? [];
  const set = (next: TeamStaffing) => change({ teams: [...staffing.filter(({ team }) => team !== next.team), next] });
  const errors = Object.entries(fieldErrors(error, locale));
  const errorOf = (key: string) => {
    const sent = staffing.filter((team) => team.leads?.length || team.members?.length);
    const at = sent.findIndex(({ team }) => team === key);
    return at < 0 ? undefined : errors.find(([pointer]) => pointer.startsWith(`/teams/${at}`))?.[1];
  };
  return (
    <>
      <FormError
        error={error}
        known={errors.map(([pointer]) => pointer).filter((pointer) => /^\/teams\/\d/.test(pointer))}
      />
      <p className="page-lead">{t('start.teamsLead')}</p>
      <ul className="team-rows">
        {(preview.data?.teams ?? template.teams).map((team) => (
          <TeamRow
            key={team.key}
            team={team}
            staffing={staffing.find((one) => one.team === team.key)}
            people={active}
            error={errorOf(team.key)}
            onChange={set}
          />
        ))}
      </ul>
      <StepFooter step="teams" go={go} onNext={() => go('preview')} nextText={t('start.toPreview')} />
    </>
  );
}
