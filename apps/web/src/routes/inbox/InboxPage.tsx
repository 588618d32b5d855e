import Button from 'antd/es/button';
import { api } from '../../api/client';
import { paging } from '../../api/paging';
import { useMe } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { MessageCard } from './MessageCard';
import '../../styles/inbox.css';

export function InboxPage() {
  const { t } = useI18n();
  const { unread } = useMe();
  const query = api.useInfiniteQuery('get', '/api/me/inbox', {}, paging);
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
      {!messages && <LoadState query={query} />}
      {messages?.length === 0 && <EmptyState title={t('inbox.empty')} text={t('inbox.emptyText')} />}
      <ul className="messages">
        {messages?.map((message) => (
          <MessageCard key={message.id} message={message} />
        ))}
      </ul>
      <MoreButton query={query} />
    </main>
  );
}
