import { getRouteApi, Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { AcceptanceCard, AcceptanceQueue } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { useOnline } from '../../app/useOnline';
import { Choices } from '../../components/Choices';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Card } from './Card';
import { useEvidence } from './EvidenceWall';
import { OutcomeBar } from './OutcomeBar';
import type { Order } from './queue.rules';
import { QueueList } from './QueueList';
import { ReturnModal } from './ReturnModal';
import type { Decisions } from './useDecisions';
import { type Queue as Queued, useQueue } from './useQueue';
import { useQueueKeys } from './useQueueKeys';
import '../../styles/acceptance.css';

const route = getRouteApi('/inside/acceptance');

function Actions({ queue, onReturn }: { queue: Queued; onReturn: () => void }) {
  const { t } = useI18n();
  const online = useOnline();
  const { shown, cards } = queue;
  if (!shown) return null;
  const open = shown.checks.some(({ state }) => state === 'open');
  return (
    <div className="acceptance-actions">
      {!online && <p role="status">{t('acceptance.offline')}</p>}
      <Button type="primary" disabled={!online} onClick={queue.accept}>
        {t(open ? 'deliverable.acceptAnyway' : 'deliverable.accept')}
      </Button>
      <Button disabled={!online} onClick={onReturn}>
        {t('deliverable.return')}
      </Button>
      <Button type="text" disabled={cards.length < 2} onClick={queue.skip}>
        {t('acceptance.skip')}
      </Button>
    </div>
  );
}

function Nothing({ decisions }: { decisions: Decisions }) {
  const { t } = useI18n();
  const title = decisions.decided.size > 0 ? t('acceptance.allDone') : t('acceptance.empty');
  return (
    <EmptyState title={title} text={t('acceptance.emptyText')}>
      <Link to="/my-work">{t('nav.myWork')}</Link>
    </EmptyState>
  );
}

function Queue({ data }: { data: AcceptanceQueue }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const queue = useQueue(data.items);
  const { cards, shown, decisions } = queue;
  const [returning, setReturning] = useState<AcceptanceCard | null>(null);
  const evidence = useEvidence(shown);
  const askWhy = () => setReturning(shown);
  useQueueKeys(queue, evidence.openFirst, askWhy);
  return (
    <>
      <OutcomeBar decisions={decisions} />
      {!shown && <Nothing decisions={decisions} />}
      {shown && (
        <div className="acceptance">
          {!isPhone && <QueueList cards={cards} shown={shown} onShow={queue.go} />}
          <div className="acceptance-shown">
            {isPhone && (
              <p className="acceptance-place">
                {t('acceptance.place', {
                  at: cards.indexOf(shown) + 1,
                  of: cards.length + data.total - data.items.length,
                })}
              </p>
            )}
            <Card key={shown.deliverable.id} card={shown} open={evidence.open} onOpen={evidence.setOpen} />
            <Actions queue={queue} onReturn={askWhy} />
          </div>
        </div>
      )}
      {returning && (
        <ReturnModal
          card={returning}
          reasons={data.reasons}
          onReturn={(reason) => queue.giveBack(returning, reason)}
          onClose={() => setReturning(null)}
        />
      )}
    </>
  );
}

function Ordering() {
  const { t } = useI18n();
  const { order = 'age' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (to: Order) =>
    void navigate({ search: (now) => ({ ...now, order: to === 'age' ? undefined : to }), replace: true });
  return (
    <Choices
      legend={t('acceptance.order')}
      hideLegend
      value={order}
      choices={[
        { value: 'age', label: t('acceptance.byAge') },
        { value: 'project', label: t('acceptance.byProject') },
      ]}
      onChange={choose}
    />
  );
}

/** What waits for the reader's acceptance, gone through one by one. */
export function AcceptancePage() {
  const { t } = useI18n();
  const { project } = route.useSearch();
  const query = api.useQuery(
    'get',
    '/api/me/acceptances',
    { params: { query: { project } } },
    { refetchOnWindowFocus: true },
  );
  const data = query.data;
  const several = new Set(data?.items.map((card) => card.project.id)).size > 1;
  const name = project && data?.items[0]?.project.name;
  return (
    <main className="page acceptance-page">
      <PageHeader
        title={t('nav.acceptance')}
        lead={
          data && data.total > 0 ? (
            <>
              {t('acceptance.lead', { count: data.total })}
              {project && (
                <>
                  {' '}
                  {name && t('acceptance.inProject', { name })}{' '}
                  <Link to="/acceptance" search={{}}>
                    {t('acceptance.everywhere')}
                  </Link>
                </>
              )}
            </>
          ) : undefined
        }
        actions={several && <Ordering />}
      />
      {data ? <Queue data={data} /> : <LoadState query={query} />}
    </main>
  );
}
