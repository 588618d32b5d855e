import { getRouteApi } from '@tanstack/react-router';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { api } from '../../api/client';
import type { HandOutTeam } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { HandOutList } from './HandOutList';

const route = getRouteApi('/inside/my-work');

function TeamChoice({ teams, chosen }: { teams: readonly HandOutTeam[]; chosen: HandOutTeam }) {
  const { t, pick } = useI18n();
  const navigate = route.useNavigate();
  const projects = new Set(teams.map(({ project }) => project.id));
  const nameOf = ({ team, project }: HandOutTeam) =>
    [pick(team.name, team.nameEn), projects.size > 1 && project.name].filter(Boolean).join(' · ');
  return (
    <Select
      className="work-team"
      aria-label={t('work.team')}
      popupMatchSelectWidth={false}
      value={chosen.team.id}
      options={teams.map((one) => ({ value: one.team.id, label: nameOf(one) }))}
      onChange={(team) => void navigate({ search: (now) => ({ ...now, team }), replace: true })}
    />
  );
}

/** What a lead gives to whom, one sub-team at a time. */
export function HandOut({ switcher }: { switcher: ReactNode }) {
  const { t } = useI18n();
  const { team: wanted } = route.useSearch();
  const query = api.useQuery('get', '/api/me/hand-out', {}, { refetchOnWindowFocus: true });
  if (!query.data) return <LoadState query={query} />;
  const { teams } = query.data;
  const shown = teams.find(({ team }) => team.id === wanted) ?? teams[0];
  return (
    <>
      <div className="work-tools">
        {switcher}
        {shown && teams.length > 1 && <TeamChoice teams={teams} chosen={shown} />}
      </div>
      {shown ? (
        <HandOutList key={shown.team.id} of={shown} />
      ) : (
        <EmptyState title={t('work.noTeam')} text={t('work.noTeamText')} />
      )}
    </>
  );
}
