import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import type { CheckIn } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { formatTime } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { kindName } from '../../check-in/desk.rules';
import { CheckInSettings } from './CheckInSettings';
import '../../../styles/check-in.css';

const route = getRouteApi('/inside/projects/$projectId/registers/$registerId/check-in');
const money = new Intl.NumberFormat('en-US');

function Counts({ checkIn }: { checkIn: CheckIn }) {
  const { t, pick } = useI18n();
  const { counts } = checkIn;
  const sum = (of: 'arrived' | 'expected') => counts.reduce((all, one) => all + one[of], 0);
  return (
    <Panel title={t('checkIn.overview.counts')}>
      <table className="check-in-table">
        <thead>
          <tr>
            <th scope="col">{t('checkIn.overview.kind')}</th>
            <th scope="col">{t('checkIn.overview.arrived')}</th>
            <th scope="col">{t('checkIn.overview.expected')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ kind, arrived, expected }) => (
            <tr key={kind ?? ''}>
              <th scope="row">{kindName(checkIn, kind, pick) ?? t('checkIn.overview.noKind')}</th>
              <td>{arrived}</td>
              <td>{expected}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('checkIn.overview.all')}</th>
            <td>{sum('arrived')}</td>
            <td>{sum('expected')}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}

function Desks({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useI18n();
  return (
    <Panel title={t('checkIn.overview.desks')} count={checkIn.desks.length}>
      {checkIn.desks.length === 0 && <p className="muted">{t('checkIn.overview.noDesk')}</p>}
      {checkIn.desks.length > 0 && (
        <table className="check-in-table">
          <thead>
            <tr>
              <th scope="col">{t('checkIn.overview.desk')}</th>
              <th scope="col">{t('checkIn.overview.arrived')}</th>
              <th scope="col">{t('checkIn.overview.receipts')}</th>
              <th scope="col">{t('checkIn.overview.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {checkIn.desks.map(({ id, code, name, openedBy, arrivals, receipts, amount }) => (
              <tr key={id}>
                <th scope="row">
                  {code} · {name}
                  <span className="muted">{openedBy.name}</span>
                </th>
                <td>{arrivals}</td>
                <td>{receipts}</td>
                <td>{money.format(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Doubles({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useI18n();
  const { doubles, desks, zone } = checkIn;
  const deskName = (deskId: string) => desks.find(({ id }) => id === deskId)?.name ?? '';
  return (
    <Panel title={t('checkIn.overview.doubles')} count={doubles.length}>
      {doubles.length === 0 && <p className="muted">{t('checkIn.overview.noDoubles')}</p>}
      <ul className="check-in-doubles">
        {doubles.map(({ id, kind, name, deskId, enteredBy, at, first, receipt, amount }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>
              {kind === 'payment'
                ? t('checkIn.overview.paidTwice', { number: receipt ?? '', amount: money.format(amount ?? 0) })
                : t('checkIn.overview.cameTwice', { at: formatTime(at, zone), desk: deskName(deskId) })}
              {first && t('checkIn.overview.first', { at: formatTime(first.at, zone), desk: deskName(first.deskId) })}
            </span>
            <span className="muted">{enteredBy.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The check-in of a list for whoever runs it: open it, see how far it is, look into doubles, close it. */
export function CheckInOverview() {
  const { t, pick } = useI18n();
  const { projectId, registerId } = route.useParams();
  const path = { params: { path: { id: registerId } } };
  const query = api.useQuery('get', '/api/registers/{id}/check-in', path);
  const open = api.useMutation('post', '/api/registers/{id}/check-in', { onSuccess: () => void query.refetch() });
  if (!query.data) return <LoadState query={query} />;
  const checkIn = query.data;
  const { openedAt, closedAt, mayManage } = checkIn;
  return (
    <section className="check-in">
      <header className="register-head">
        <p className="page-back">
          <Link to="/projects/$projectId/registers/$registerId" params={{ projectId, registerId }}>
            {pick(checkIn.name, checkIn.nameEn)}
          </Link>
        </p>
        <div className="register-title">
          <h2>{t('checkIn.title', { name: pick(checkIn.name, checkIn.nameEn) })}</h2>
          {closedAt !== null && <span className="tag">{t('checkIn.overview.closed')}</span>}
        </div>
      </header>
      {openedAt === null ? (
        <EmptyState
          title={t('checkIn.notOpen')}
          text={t(mayManage ? 'checkIn.overview.openText' : 'checkIn.notOpenText')}
        >
          {mayManage && (
            <Button type="primary" loading={open.isPending} onClick={() => open.mutate(path)}>
              {t('checkIn.overview.open')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <>
          <p className="check-in-ways">
            <Link className="check-in-way check-in-main" to="/check-in/$registerId" params={{ registerId }}>
              {t('checkIn.overview.toDesk')}
            </Link>
            <Link className="check-in-way" to="/check-in/$registerId/badges" params={{ registerId }}>
              {t('checkIn.badges.link')}
            </Link>
            <a className="check-in-way" href={`/api/registers/${registerId}/check-in/arrivals`} download>
              {t('checkIn.overview.arrivals')}
            </a>
          </p>
          <div className="check-in-panels">
            <Counts checkIn={checkIn} />
            <Desks checkIn={checkIn} />
            <Doubles checkIn={checkIn} />
          </div>
          {mayManage && <CheckInSettings checkIn={checkIn} />}
        </>
      )}
    </section>
  );
}
