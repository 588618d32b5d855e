import Alert from 'antd/es/alert';
import { api } from '../../api/client';
import { paging } from '../../api/paging';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { FailedMail } from './FailedMail';
import { Figures } from './Figures';
import { MailTest } from './MailTest';
import '../../styles/operations.css';

/** So that whoever watches a repair sees it. */
const refetchInterval = 10_000;

function Failed() {
  const { t } = useI18n();
  const query = api.useInfiniteQuery('get', '/api/operations/messages', {}, { ...paging, refetchInterval });
  const mails = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t('operations.failed')} count={mails?.length}>
      {!mails && <LoadState query={query} />}
      {mails?.length === 0 && <EmptyState title={t('operations.failedNone')} text={t('operations.failedNoneText')} />}
      <ul className="failed-mails">
        {mails?.map((mail) => (
          <FailedMail key={mail.id} mail={mail} />
        ))}
      </ul>
      <MoreButton query={query} />
    </Panel>
  );
}

/** Whether reminders and mails go out, for whoever runs the installation. */
export function OperationsPage() {
  const { t, pick } = useI18n();
  const query = api.useQuery('get', '/api/operations', {}, { refetchInterval });
  return (
    <main className="page">
      <PageHeader title={t('nav.operations')} lead={t('operations.lead')} />
      {!query.data && <LoadState query={query} />}
      {query.data && (
        <>
          <div className="operations-warnings">
            {query.data.queue.warnings.map(({ kind, zh, en }) => (
              <Alert key={kind} type="warning" showIcon title={pick(zh, en)} />
            ))}
          </div>
          <Figures now={query.data} />
        </>
      )}
      <MailTest />
      <Failed />
    </main>
  );
}
