import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { Message } from '../../api/types';
import { formatDay, formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

type Project = Message['projects'][number];
type Line = Project['lines'][number];

function Lines({ project, onOpen }: { project: Project; onOpen: () => void }) {
  const { t, pick } = useI18n();
  const tagOf = ({ missed, kind, when }: Line) => {
    if (missed) return t('notify.missed');
    if (kind === 'mention') return t('comments.mention');
    return kind === 'follow-up' ? t('inbox.askAgain') : t(`inbox.when.${when}`);
  };
  return (
    <section aria-label={project.name}>
      <h3>
        <Link to="/projects/$projectId" params={{ projectId: project.id }}>
          {project.name}
        </Link>
      </h3>
      <ul>
        {project.lines.map((line) => (
          <li
            key={`${line.subjectType}:${line.subjectId}:${line.rule}`}
            className={`message-line row-link when-${line.when}`}
          >
            <span className="tag">{tagOf(line)}</span>
            <Link to={line.link} className="cover" onClick={onOpen}>
              {line.code && <span className="code">{line.code}</span>}
              {pick(line.title, line.titleEn)}
            </Link>
            {line.dueDay !== null && <span className="day">{formatDay(line.dueDay)}</span>}
            {line.kind === 'escalation' && <p className="muted">{t('reminded.kind.escalation')}</p>}
            {line.note && <p>{line.kind === 'mention' ? t('comments.mentionedBy', { name: line.note }) : line.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One morning's message: its lines by project, each leading to what it is about. */
export function MessageCard({ message }: { message: Message }) {
  const { t, pick } = useI18n();
  const read = api.useMutation('post', '/api/me/inbox/{id}/read');
  const unread = message.readAt === null;
  const markRead = () => {
    if (unread) read.mutate({ params: { path: { id: message.id } } });
  };
  return (
    <li className={unread ? 'message message-unread' : 'message'}>
      <header>
        <h2>
          {unread && <span className="visually-hidden">{t('inbox.unread')} </span>}
          {pick(message.subject, message.subjectEn)}
          {message.forName !== null && <span className="tag">{t('notify.forName', { name: message.forName })}</span>}
        </h2>
        <time className="muted day" dateTime={new Date(message.createdAt).toISOString()}>
          {formatInstant(message.createdAt)}
        </time>
        {unread && (
          <Button size="small" type="text" loading={read.isPending} onClick={markRead}>
            {t('inbox.read')}
          </Button>
        )}
      </header>
      {message.projects.map((project) => (
        <Lines key={project.id} project={project} onOpen={markRead} />
      ))}
    </li>
  );
}
