import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
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
import { useKeys } from '../../keys';
import { Card } from './Card';
import { useEvidence } from './EvidenceWall';
import { OutcomeBar } from './OutcomeBar';
import { afterLeaving, inOrder, type Order, shownOf, stepFrom } from './queue.rules';
import { QueueList } from './QueueList';
import { ReturnModal } from './ReturnModal';
import { type Decisions, useDecisions } from './useDecisions';
import '../../styles/acceptance.css';

const route = getRouteApi('/inside/acceptance');

/** The queue as it is gone through: what is shown, and every step from there. */
function useQueue(all: readonly AcceptanceCard[]) {
  const { at, order = 'age' } = route.useSearch();
  const navigate = route.useNavigate();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const go = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, at: id }), replace: true, resetScroll: true });
  const decisions = useDecisions(go);
  const cards = inOrder(all, { order, decided: decisions.decided, skipped });
  const shown = shownOf(cards, at);
  const leave = (card: AcceptanceCard) => go(afterLeaving(cards, card));
  return {
    ...{ cards, shown, go, decisions },
    step: (by: number) => go(stepFrom(cards, shown, by)),
    skip: () => {
      if (!shown || cards.length < 2) return;
      leave(shown);
      setSkipped((now) => [...now.filter((id) => id !== shown.deliverable.id), shown.deliverable.id]);
    },
    accept: () => {
      if (!shown) return;
      leave(shown);
      decisions.accept(shown);
    },
    giveBack: async (card: AcceptanceCard, reason: string) => {
      await decisions.giveBack(card, reason);
      if (card.deliverable.id === shown?.deliverable.id) leave(shown);
    },
  };
}

type Queue = ReturnType<typeof useQueue>;

function Actions({ queue, onReturn }: { queue: Queue; onReturn: () => void }) {
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

function useQueueKeys(queue: Queue, openEvidence: () => void, onReturn: () => void) {
  const { t } = useI18n();
  const online = useOnline();
  const navigate = useNavigate();
  const { shown, decisions } = queue;
  const openItem = () => {
    if (!shown) return;
    const params = { projectId: shown.project.id, itemId: shown.workItem.id };
    const hash = `deliverable-${shown.deliverable.id}`;
    void navigate({ to: '/projects/$projectId/items/$itemId', params, hash });
  };
  const takeBack = () => {
    if (decisions.outcome?.is === 'accepted') decisions.takeBack(decisions.outcome.card);
  };
  const walk = [
    { key: 'j', label: t('acceptance.next'), run: () => queue.step(1) },
    { key: 'k', label: t('acceptance.previous'), run: () => queue.step(-1) },
  ];
  const decide = [
    { key: 'a', label: t('deliverable.accept'), run: queue.accept },
    { key: 'r', label: t('deliverable.return'), run: onReturn },
  ];
  useKeys(t('nav.acceptance'), [
    ...walk,
    ...(online && shown ? decide : []),
    { key: 'u', label: t('common.undo'), run: takeBack },
    { key: 'n', label: t('acceptance.skip'), run: queue.skip },
    { key: 'o', label: t('acceptance.openEvidence'), run: openEvidence },
    { key: 'Enter', label: t('acceptance.openItem'), run: openItem },
  ]);
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
