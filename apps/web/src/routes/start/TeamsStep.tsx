import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { PreviewItem, TeamStaffing } from '../../api/types';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import type { Draft, ToInvite } from './draft';
import { useI18n } from '../../i18n';
import { PlanTotals } from './PlanTotals';
import { StepFooter } from './StepFooter';
import { TeamRow } from './TeamRow';
import type { TemplateStepProps } from './types';

const shareOf = (team: string, items: readonly PreviewItem[]) => {
  const own = items.filter((item) => item.team === team);
  return { workItems: own.length, deliverables: own.reduce((sum, item) => sum + item.deliverables.length, 0) };
};

/** The draft with these people of one sub-team to be invited. */
const withInvited = (draft: Draft, key: string, invited: ToInvite[]): Draft => ({
  invite: [...(draft.invite ?? []).filter(({ team }) => team !== key), ...invited],
});

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
      <ul className="team-rows">
        {(preview.data?.teams ?? template.teams).map((team) => (
          <TeamRow
            key={team.key}
            team={team}
            share={preview.data && shareOf(team.key, preview.data.items)}
            staffing={staffing.find((one) => one.team === team.key)}
            invited={(draft.invite ?? []).filter((one) => one.team === team.key)}
            people={active}
            error={errorOf(team.key)}
            onChange={set}
            onInvite={(invited) => change(withInvited(draft, team.key, invited))}
          />
        ))}
      </ul>
      <StepFooter step="teams" go={go} onNext={() => go('preview')} nextText={t('start.toPreview')}>
        <PlanTotals preview={preview} />
      </StepFooter>
    </>
  );
}
