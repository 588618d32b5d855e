import { getRouteApi } from '@tanstack/react-router';
import { may } from '../../../api/types';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { AddMember } from './AddMember';
import { InviteToProject } from './InviteToProject';
import { MemberRow } from './MemberRow';
import { TeamCard } from './TeamCard';
import { NewTeam } from './NewTeam';
import { TemporaryPanel } from './temporary/TemporaryPanel';
import '../../../styles/people.css';

const route = getRouteApi('/inside/projects/$projectId/people');

export function ProjectPeoplePage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  if (!project) return null;
  const manages = may(project, 'manage-members');
  return (
    <>
      <Panel
        title={t('people.members')}
        count={project.members.length}
        actions={
          manages && (
            <span className="panel-actions">
              <AddMember project={project} />
              <InviteToProject project={project} />
            </span>
          )
        }
      >
        <ul className="member-list">
          {project.members.map((member) => (
            <MemberRow key={member.person.id} member={member} project={project} manages={manages} />
          ))}
        </ul>
      </Panel>
      {may(project, 'manage-temporary') && <TemporaryPanel project={project} />}
      <Panel
        title={t('people.teams')}
        count={project.teams.length}
        actions={manages && <NewTeam projectId={project.id} />}
      >
        <ul className="team-cards">
          {project.teams.map((team) => (
            <TeamCard key={team.id} team={team} projectId={project.id} manages={manages} />
          ))}
        </ul>
      </Panel>
    </>
  );
}
