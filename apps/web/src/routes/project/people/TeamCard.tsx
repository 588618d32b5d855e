import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Team } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { useI18n } from '../../../i18n';
import { showProject } from '../useProject';

export function TeamCard({ team, projectId, manages }: { team: Team; projectId: string; manages: boolean }) {
  const { t, pick } = useI18n();
  const rename = api.useMutation('patch', '/api/teams/{id}', {
    meta: { quiet: true },
    onSuccess: showProject,
  });
  const name = pick(team.name, team.nameEn);
  const others = team.members.filter((member) => !team.leads.some((lead) => lead.id === member.id));
  return (
    <li className="team-card">
      <header>
        <h3>
          <Link to="/projects/$projectId" params={{ projectId }} search={{ team: team.id }}>
            {name}
          </Link>
        </h3>
        {manages && (
          <AskButton
            type="link"
            size="small"
            title={t('people.rename')}
            label={t('people.newNameOf', { name })}
            onConfirm={(text) =>
              rename.mutateAsync({ params: { path: { id: team.id }, header: ifMatch(team) }, body: { name: text } })
            }
          >
            {t('people.rename')}
          </AskButton>
        )}
      </header>
      {team.leads.length + others.length + team.temporary.length === 0 && (
        <p className="muted">{t('people.teamEmpty')}</p>
      )}
      <ul className="names">
        {team.leads.map((person) => (
          <li key={person.id}>
            {person.name}
            <span className="tag">{t('role.lead')}</span>
          </li>
        ))}
        {others.map((person) => (
          <li key={person.id}>{person.name}</li>
        ))}
        {team.temporary.map((person) => (
          <li key={person.id}>
            {person.name}
            <span className="tag">{t('temporary.mark')}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
