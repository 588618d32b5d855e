import Button from 'antd/es/button';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client';
import type { Project } from '../../api/types';
import { CopyLink } from '../../components/CopyLink';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { ToInvite } from './draft';

interface RowProps {
  who: ToInvite;
  project: Project;
}

function InviteRow({ who, project }: RowProps) {
  const { t, pick } = useI18n();
  const invite = api.useMutation('post', '/api/invitations', { meta: { ownRefresh: true } });
  const row = useRef<HTMLLIElement>(null);
  const made = Boolean(invite.data);
  // The button that made the link is gone; what it made is what one wants next.
  useEffect(() => {
    if (made) row.current?.querySelector('input')?.focus();
  }, [made]);
  const team = project.teams.find(({ key }) => key === who.team);
  const body = { name: who.name, projectId: project.id, teamId: team?.id, lead: team && who.lead };
  return (
    <li ref={row} className="invite-row">
      <p>
        <b>{who.name}</b>{' '}
        <span className="muted">
          {[team && pick(team.name, team.nameEn), team && who.lead && t('role.lead')].filter(Boolean).join(' · ')}
        </span>
      </p>
      {invite.data ? (
        <>
          <p className="muted">{t('people.linkReady', { until: formatInstant(invite.data.expiresAt) })}</p>
          <CopyLink link={invite.data.link} label={t('start.linkOf', { name: who.name })} />
        </>
      ) : (
        <Button loading={invite.isPending} onClick={() => invite.mutate({ body })}>
          {t('start.makeLinkFor', { name: who.name })}
        </Button>
      )}
    </li>
  );
}

/** After the start: links for those who were named in the wizard but have no account yet. */
export function Started({ projectId }: { projectId: string }) {
  const { t } = useI18n();
  const toInvite = useLocation({ select: ({ state }) => state.toInvite }) ?? [];
  const query = api.useQuery('get', '/api/projects/{id}', { params: { path: { id: projectId } } });
  const project = query.data;
  return (
    <main className="page start">
      <PageHeader
        title={t('start.startedTitle')}
        lead={project?.name}
        actions={
          <Link to="/projects/$projectId" params={{ projectId }} className="button-link">
            {t('start.toProject')}
          </Link>
        }
      />
      {!project && <LoadState query={query} />}
      {project && toInvite.length > 0 && (
        <Panel title={t('start.inviteTitle')} count={toInvite.length}>
          <p className="field-hint">{t('start.inviteHint')}</p>
          <ul className="invite-rows">
            {toInvite.map((who) => (
              <InviteRow key={`${who.team} ${who.name}`} who={who} project={project} />
            ))}
          </ul>
        </Panel>
      )}
    </main>
  );
}
