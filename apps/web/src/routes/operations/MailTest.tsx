import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { MailTestResult } from '../../api/types';
import { Fact } from '../../components/Fact';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

/** Often enough that whoever waits sees the answer as it comes. */
const WAITING_MS = 1_000;

const LOOKS_LIKE = { waiting: 'info', sent: 'success', kept: 'info', failed: 'error', lost: 'warning' } as const;

function Result({ last }: { last: MailTestResult }) {
  const { t } = useI18n();
  const { state, fault, answer, askedAt, endedAt } = last;
  return (
    <Alert
      className="mail-test-result"
      role="status"
      type={LOOKS_LIKE[state]}
      showIcon
      title={t(`mailTest.state.${state}`)}
      description={
        <>
          {fault && <p>{t(`mailTest.fault.${fault}`)}</p>}
          {answer && <p className="mail-test-answer">{answer}</p>}
          {state === 'kept' && <Link to="/outbox">{t('nav.outbox')}</Link>}
          <p className="muted day">{formatInstant(endedAt ?? askedAt)}</p>
        </>
      }
    />
  );
}

/** Where mail goes, and whether it does: a message to oneself, with what the mail server said. */
export function MailTest() {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/api/operations/mail-test',
    {},
    { refetchInterval: ({ state }) => (state.data?.last?.state === 'waiting' ? WAITING_MS : false) },
  );
  const ask = api.useMutation('post', '/api/operations/mail-test');
  if (!query.data) return <LoadState query={query} />;
  const { server, from, last } = query.data;
  return (
    <Panel
      title={t('mailTest.title')}
      actions={
        <Button loading={ask.isPending || last?.state === 'waiting'} onClick={() => ask.mutate({})}>
          {t('mailTest.send')}
        </Button>
      }
    >
      <dl className="fact-list">
        <Fact term={t('mailTest.server')}>{server ?? t('mailTest.none')}</Fact>
        {server && <Fact term={t('mailTest.from')}>{from}</Fact>}
      </dl>
      {last && <Result last={last} />}
    </Panel>
  );
}
