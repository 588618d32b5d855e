import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client';
import type { Message } from '../../api/types';
import { formatDay, formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { useSwipe } from './useSwipe';

type Project = Message['projects'][number];
type Line = Project['lines'][number];

function useTag() {
  const { t } = useI18n();
  return ({ missed, kind, when }: Line) => {
    if (missed) return t('notify.missed');
    if (kind === 'mention') return t('comments.mention');
    if (kind === 'returned') return t('inbox.returned');
    return kind === 'follow-up' ? t('inbox.askAgain') : t(`inbox.when.${when}`);
  };
}

function Note({ kind, note }: Line) {
  const { t } = useI18n();
  if (!note) return null;
  if (kind === 'mention') return <p>{t('comments.mentionedBy', { name: note })}</p>;
  return <p>{kind === 'returned' ? t('inbox.returnedWhy', { reason: note }) : note}</p>;
}

function Lines({ project, onOpen }: { project: Project; onOpen: () => void }) {
  const { t, pick } = useI18n();
  const tagOf = useTag();
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
            className={`message-line row-link when-${line.kind === 'returned' ? 'returned' : line.when}`}
          >
            <span className="tag">{tagOf(line)}</span>
            <Link to={line.link} className="cover" onClick={onOpen}>
              {line.code && <span className="code">{line.code}</span>}
              {pick(line.title, line.titleEn)}
            </Link>
            {line.dueDay !== null && <span className="day">{formatDay(line.dueDay)}</span>}
            {line.kind === 'escalation' && <p className="muted">{t('reminded.kind.escalation')}</p>}
            <Note {...line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  message: Message;
  /** Where the keys are. */
  current: boolean;
  onDone: () => void;
  onBack: () => void;
}

function Actions({
  message,
  onDone,
  onBack,
  onRead,
  reading,
}: Omit<Props, 'current'> & { onRead: () => void; reading: boolean }) {
  const { t, pick } = useI18n();
  const subject = pick(message.subject, message.subjectEn);
  return (
    <div className="message-actions">
      {message.readAt === null && (
        <Button size="small" type="text" loading={reading} onClick={onRead}>
          {t('inbox.read')}
        </Button>
      )}
      {message.doneAt === null ? (
        <Button size="small" aria-label={t('inbox.doneOf', { subject })} onClick={onDone}>
          {t('inbox.done')}
        </Button>
      ) : (
        <Button size="small" aria-label={t('inbox.backOf', { subject })} onClick={onBack}>
          {t('inbox.back')}
        </Button>
      )}
    </div>
  );
}

/** One message: its lines by project, each leading to what it is about. Swiped to the left it is done. */
export function MessageCard({ message, current, onDone, onBack }: Props) {
  const { t, pick } = useI18n();
  const read = api.useMutation('post', '/api/me/inbox/{id}/read');
  const card = useRef<HTMLLIElement>(null);
  const unread = message.readAt === null;
  const swipe = useSwipe(() => message.doneAt === null && onDone());
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const markRead = () => {
    if (unread) read.mutate({ params: { path: { id: message.id } } });
  };
  const looks = ['message', unread && 'message-unread', current && 'message-here', swipe.by && 'message-swiped'];
  return (
    <li
      ref={card}
      className={looks.filter(Boolean).join(' ')}
      aria-current={current || undefined}
      style={swipe.by && message.doneAt === null ? { transform: `translateX(${-swipe.by.by}px)` } : undefined}
      {...swipe.handlers}
    >
      <header>
        <h2>
          {unread && <span className="visually-hidden">{t('inbox.unread')} </span>}
          {pick(message.subject, message.subjectEn)}
          {message.forName !== null && <span className="tag">{t('notify.forName', { name: message.forName })}</span>}
        </h2>
        <time className="muted day" dateTime={new Date(message.createdAt).toISOString()}>
          {formatInstant(message.createdAt)}
        </time>
        <Actions {...{ message, onDone, onBack }} onRead={markRead} reading={read.isPending} />
      </header>
      {message.projects.map((project) => (
        <Lines key={project.id} project={project} onOpen={markRead} />
      ))}
      {swipe.by?.enough && <p className="message-letting">{t('inbox.swiping')}</p>}
    </li>
  );
}
