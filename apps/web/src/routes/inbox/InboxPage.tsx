import { getRouteApi, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import { paging } from '../../api/paging';
import type { Message } from '../../api/types';
import { MESSAGE_KINDS } from '../../app/search';
import { useMe } from '../../app/session';
import { useIsPhone } from '../../app/useIsPhone';
import { Choices } from '../../components/Choices';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { useKeys } from '../../keys';
import { MessageCard } from './MessageCard';
import { type InboxMoves, useInbox } from './useInbox';
import '../../styles/inbox.css';

const route = getRouteApi('/inside/inbox');

function Filters() {
  const { t } = useI18n();
  const { kind, done } = route.useSearch();
  const navigate = route.useNavigate();
  const all = ['all', ...MESSAGE_KINDS] as const;
  return (
    <div className="inbox-filters">
      <Choices
        legend={t('inbox.state')}
        hideLegend
        value={done ? 'done' : 'open'}
        choices={[
          { value: 'open', label: t('inbox.open') },
          { value: 'done', label: t('inbox.doneOnes') },
        ]}
        onChange={(to) =>
          void navigate({ search: (now) => ({ ...now, done: to === 'done' ? true : undefined }), replace: true })
        }
      />
      <Choices
        legend={t('inbox.kind.label')}
        hideLegend
        value={kind ?? 'all'}
        choices={all.map((value) => ({ value, label: t(`inbox.kind.${value}`) }))}
        onChange={(to) =>
          void navigate({ search: (now) => ({ ...now, kind: to === 'all' ? undefined : to }), replace: true })
        }
      />
    </div>
  );
}

function Nothing() {
  const { t } = useI18n();
  const { kind, done } = route.useSearch();
  if (kind) return <EmptyState title={t('inbox.emptyKind')} text={t('inbox.emptyKindText')} />;
  if (done) return <EmptyState title={t('inbox.emptyDone')} text={t('inbox.emptyDoneText')} />;
  return <EmptyState title={t('inbox.empty')} text={t('inbox.emptyText')} />;
}

/** What was just put away, and the way back. */
function UndoBar({ moves: { last, undo } }: { moves: InboxMoves }) {
  const { t, pick } = useI18n();
  return (
    <div className="inbox-undo" role="status">
      {last && (
        <>
          <span>
            {t(last.done ? 'inbox.wasDone' : 'inbox.wasBack', {
              subject: pick(last.message.subject, last.message.subjectEn),
            })}
          </span>
          <Button type="text" onClick={undo}>
            {t('common.undo')}
          </Button>
        </>
      )}
    </div>
  );
}

/** The message that the keys are at; none before the first key. */
function useInboxKeys(messages: readonly Message[], moves: InboxMoves): string | null {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [at, setAt] = useState(-1);
  const place = Math.min(at, messages.length - 1);
  const current = messages[place];
  const step = (by: number) => setAt(Math.max(0, Math.min(messages.length - 1, place + by)));
  const done = () => {
    if (current) (current.doneAt === null ? moves.putAway : moves.layBack)(current);
  };
  const open = () => {
    const link = current?.projects[0]?.lines[0]?.link;
    if (link) void navigate({ to: link });
  };
  useKeys(t('nav.inbox'), [
    { key: 'j', label: t('inbox.nextKey'), run: () => step(1) },
    { key: 'k', label: t('inbox.previousKey'), run: () => step(-1) },
    { key: 'x', label: t('inbox.done'), run: done },
    { key: 'e', label: t('inbox.done'), run: done },
    { key: 'u', label: t('common.undo'), run: moves.undo },
    { key: 'Enter', label: t('inbox.openKey'), run: open },
  ]);
  return current?.id ?? null;
}

function Messages({ messages }: { messages: readonly Message[] }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const { done } = route.useSearch();
  const moves = useInbox();
  const left = moves.left(messages);
  const current = useInboxKeys(left, moves);
  return (
    <>
      <UndoBar moves={moves} />
      {left.length === 0 && <Nothing />}
      {left.length > 0 && isPhone && !done && <p className="muted inbox-hint">{t('inbox.swipe')}</p>}
      <ul className="messages">
        {left.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            current={message.id === current}
            onDone={() => moves.putAway(message)}
            onBack={() => moves.layBack(message)}
          />
        ))}
      </ul>
    </>
  );
}

export function InboxPage() {
  const { t } = useI18n();
  const { unread } = useMe();
  const { kind, done } = route.useSearch();
  const asked = { params: { query: { kind, done: done && ('true' as const) } } };
  const query = api.useInfiniteQuery('get', '/api/me/inbox', asked, paging);
  const readAll = api.useMutation('post', '/api/me/inbox/read-all');
  const messages = query.data?.pages.flatMap((page) => page.items);
  return (
    <main className="page">
      <PageHeader
        title={t('nav.inbox')}
        lead={unread > 0 ? t('nav.unread', { count: unread }) : undefined}
        actions={
          unread > 0 && (
            <Button loading={readAll.isPending} onClick={() => readAll.mutate({})}>
              {t('inbox.readAll')}
            </Button>
          )
        }
      />
      <Filters />
      {messages ? <Messages key={`${kind} ${done}`} messages={messages} /> : <LoadState query={query} />}
      <MoreButton query={query} />
    </main>
  );
}
