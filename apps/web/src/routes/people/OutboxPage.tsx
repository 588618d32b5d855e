import { api } from '../../api/client';
import { paging } from '../../api/paging';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { PageHeader } from '../../components/PageHeader';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import '../../styles/people.css';

/** E-mails as they were written, where no mail server is configured. */
export function OutboxPage() {
  const { t } = useI18n();
  const query = api.useInfiniteQuery('get', '/api/outbox', {}, paging);
  const mails = query.data?.pages.flatMap((page) => page.items);
  return (
    <main className="page">
      <PageHeader title={t('nav.outbox')} lead={t('outbox.lead')} />
      {!mails && <LoadState query={query} />}
      {mails?.length === 0 && <EmptyState title={t('outbox.empty')} text={t('outbox.emptyText')} />}
      <ul className="mails">
        {mails?.map((mail) => (
          <li key={mail.id}>
            <details>
              <summary>
                <strong>{mail.subject}</strong>
                <span className="muted">{mail.to}</span>
                <span className="muted day">{formatInstant(mail.createdAt)}</span>
              </summary>
              <pre>{mail.text}</pre>
            </details>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </main>
  );
}
