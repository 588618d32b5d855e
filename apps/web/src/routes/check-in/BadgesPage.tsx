import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QRCodeSVG } from 'qrcode.react';
import { api } from '../../api/client';
import type { CheckIn, DeskRow } from '../../api/types';
import { Choices } from '../../components/Choices';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { BADGE, kindName } from './desk.rules';
import { BADGE_SIZES, badgeRows } from './badges.rules';
import '../../styles/check-in.css';
import '../../styles/badges.css';

const route = getRouteApi('/inside/check-in/$registerId/badges');

/** The paper of each size; nothing but the badge stands on a card. */
const PAGES = {
  a4: '',
  card: '@page { size: 90mm 55mm; margin: 0; @bottom-right { content: none } }',
  a6: '@page { size: 105mm 148mm; margin: 0; @bottom-right { content: none } }',
};

function Badge({ row, checkIn }: { row: DeskRow; checkIn: CheckIn }) {
  const { pick } = useI18n();
  const kind = kindName(checkIn, row.kind, pick);
  return (
    <li className="badge">
      <p className="badge-event">{checkIn.projectName}</p>
      <p className={row.name.length > 8 ? 'badge-name badge-long' : 'badge-name'}>{row.name}</p>
      <p className="badge-of">{row.organisation}</p>
      <div className="badge-foot">
        <span>
          {kind && <strong>{kind}</strong>}
          {row.number}
        </span>
        <QRCodeSVG value={BADGE + row.id} level="M" marginSize={1} className="badge-code" aria-hidden />
      </div>
    </li>
  );
}

function BadgeChoices({ checkIn }: { checkIn: CheckIn }) {
  const { t, pick } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { size = 'a4', which = 'all', row } = search;
  const kinds = checkIn.counts.flatMap(({ kind }) => (kind === null ? [] : [kind]));
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <Choices
        legend={t('checkIn.badges.size')}
        value={size}
        choices={BADGE_SIZES.map((value) => ({ value, label: t(`checkIn.badges.sizeOf.${value}`) }))}
        onChange={(value) => set({ size: value === 'a4' ? undefined : value })}
      />
      <Choices
        legend={t('checkIn.badges.which')}
        value={row ? 'one' : which}
        choices={[
          ...(row ? [{ value: 'one', label: t('checkIn.badges.onlyOne') }] : []),
          { value: 'all', label: t('checkIn.badges.all') },
          { value: 'not-arrived', label: t('checkIn.badges.notArrived') },
          ...kinds.map((kind) => ({ value: `kind:${kind}`, label: kindName(checkIn, kind, pick) ?? kind })),
        ]}
        onChange={(value) =>
          set({ which: value === 'one' ? undefined : value, row: value === 'one' ? row : undefined })
        }
      />
    </>
  );
}

/** Badges to be printed and cut: everybody's, one kind's, or one guest's. */
export function BadgesPage() {
  const { t, pick } = useI18n();
  const { registerId } = route.useParams();
  const search = route.useSearch();
  const path = { params: { path: { id: registerId } } };
  const view = api.useQuery('get', '/api/registers/{id}/check-in', path);
  const list = api.useQuery('get', '/api/registers/{id}/check-in/list', path);
  if (!view.data) return <LoadState query={view} />;
  if (!list.data) return <LoadState query={list} />;
  const checkIn = view.data;
  const { size = 'a4', which = 'all', row } = search;
  const rows = badgeRows(list.data.rows, { which, row });
  return (
    <main className="page badges-page">
      <div className="no-print">
        <p className="page-back">
          <Link to="/check-in/$registerId" params={{ registerId }}>
            {t('checkIn.title', { name: pick(checkIn.name, checkIn.nameEn) })}
          </Link>
        </p>
        <PageHeader title={t('checkIn.badges.title')} lead={t('checkIn.badges.count', { count: rows.length })} />
        <BadgeChoices checkIn={checkIn} />
        <p>
          <Button type="primary" disabled={rows.length === 0} onClick={() => window.print()}>
            {t('checkIn.badges.print')}
          </Button>
        </p>
      </div>
      {rows.length === 0 && <EmptyState title={t('checkIn.badges.none')} />}
      <style>{PAGES[size]}</style>
      <ul className={`badges badges-${size}`}>
        {rows.map((one) => (
          <Badge key={one.id} row={one} checkIn={checkIn} />
        ))}
      </ul>
    </main>
  );
}
