import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CheckIn } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { useI18n } from '../../i18n';
import { type DeskState, found, indexOf, scannedRow, shownRows, type ShownRow, troublesOf } from './desk.rules';
import { DeskHead } from './DeskHead';
import type { DeskSession } from './DeskSession';
import { type GuestActions, GuestRow } from './GuestRow';
import { PayForm } from './PayForm';
import { Result, type Shown } from './Result';
import { Troubles } from './Troubles';
import { WalkInForm } from './WalkInForm';

const Scanner = lazy(() => import('./Scanner'));
/** Who came last to this desk, for whoever tapped the wrong line. */
const LATEST = 8;

interface Props {
  session: DeskSession;
  state: DeskState;
  online: boolean;
  closed: boolean;
}

type Open = { what: 'scan' } | { what: 'walk-in' } | { what: 'pay'; row: ShownRow } | null;

/** The guests as this desk sees them, those who are looked for, and what became of the last one. */
function useGuests({ session, state }: Pick<Props, 'session' | 'state'>) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const rows = useMemo(() => shownRows(state), [state]);
  const index = useMemo(() => indexOf(rows), [rows]);
  const looked = useDeferredValue(typed);
  const hits = useMemo(() => found(index, looked), [index, looked]);
  const latest = useMemo(() => latestOf(rows, state.desk?.id), [rows, state.desk?.id]);
  const arrive = useCallback(
    (row: ShownRow) => {
      if (row.arrivedAt === null && row.status !== 'dropped') void session.arrive(row);
      setShown({ rowId: row.id, was: row.status === 'dropped' ? 'dropped' : row.arrivedAt === null ? 'new' : 'there' });
      setTyped('');
    },
    [session],
  );
  const onCode = (text: string) => {
    const row = scannedRow(rows, text);
    if (row) arrive(row);
    else setShown({ rowId: null, was: 'unknown' });
  };
  // A scanner on a cable types the code and Enter.
  const onEnter = () => {
    const row = scannedRow(rows, typed) ?? (hits.rows.length === 1 ? hits.rows[0] : undefined);
    if (row) arrive(row);
  };
  return { typed, setTyped, looked, rows, hits, latest, shown, setShown, arrive, onCode, onEnter };
}

/** The desk at work: look for a name or scan a code, tap, next guest. */
export function DeskWork({ session, state, online, closed }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState<Open>(null);
  const guests = useGuests({ session, state });
  const { typed, shown, rows } = guests;
  const checkIn = state.checkIn!;
  const actions: GuestActions = {
    onArrive: guests.arrive,
    onUndo: (row) => void session.undo(row),
    onPay: (row) => setOpen({ what: 'pay', row }),
    onVoid: (row) => void session.void(row),
  };
  return (
    <>
      <DeskHead state={state} rows={rows} online={online} />
      {closed && <p className="desk-closed">{t('checkIn.closed')}</p>}
      <DeskTools
        typed={typed}
        onType={guests.setTyped}
        onEnter={guests.onEnter}
        onScan={() => setOpen({ what: 'scan' })}
        onWalkIn={() => setOpen({ what: 'walk-in' })}
      />
      {open?.what === 'scan' && (
        <Suspense fallback={null}>
          <Scanner onCode={guests.onCode} onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {shown && typed === '' && (
        <Result shown={shown} row={rows.find(({ id }) => id === shown.rowId)} {...{ checkIn, actions }} />
      )}
      <Troubles troubles={troublesOf(state)} checkIn={checkIn} session={session} />
      <Guests {...guests} {...{ checkIn, actions }} />
      <p className="desk-foot">
        <Link to="/check-in/$registerId/badges" params={{ registerId: state.registerId }}>
          {t('checkIn.badges.link')}
        </Link>
      </p>
      <Dialogs {...{ session, state, open }} onShow={guests.setShown} onClose={() => setOpen(null)} />
    </>
  );
}

interface ToolsProps {
  typed: string;
  onType: (text: string) => void;
  onEnter: () => void;
  onScan: () => void;
  onWalkIn: () => void;
}

function DeskTools({ typed, onType, onEnter, onScan, onWalkIn }: ToolsProps) {
  const { t } = useI18n();
  return (
    <div className="desk-tools">
      <input
        className="desk-search"
        type="search"
        value={typed}
        aria-label={t('checkIn.search')}
        placeholder={t('checkIn.search')}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
        }}
      />
      <Button size="large" onClick={onScan}>
        {t('checkIn.scan.button')}
      </Button>
      <Button size="large" onClick={onWalkIn}>
        {t('checkIn.walkIn.button')}
      </Button>
    </div>
  );
}

type GuestsProps = Pick<ReturnType<typeof useGuests>, 'looked' | 'hits' | 'latest' | 'rows'> & {
  checkIn: CheckIn;
  actions: GuestActions;
};

/** Those who are looked for; with nothing looked for, the last who came here. */
function Guests({ looked, hits, latest, rows, checkIn, actions }: GuestsProps) {
  const { t } = useI18n();
  const idle = looked === '';
  return (
    <>
      {!idle && hits.rows.length === 0 && <EmptyState title={t('checkIn.nobody')} text={t('checkIn.nobodyText')} />}
      <ul className="guests" aria-label={idle ? t('checkIn.latest') : t('checkIn.found')}>
        {(idle ? latest : hits.rows).map((row) => (
          <GuestRow key={row.id} {...{ row, checkIn, actions }} />
        ))}
      </ul>
      {idle && rows.length === 0 && <EmptyState title={t('checkIn.noRows')} text={t('checkIn.noRowsText')} />}
      {!idle && hits.more > 0 && <p className="muted">{t('checkIn.more', { count: hits.more })}</p>}
    </>
  );
}

interface DialogsProps extends Pick<Props, 'session' | 'state'> {
  open: Open;
  onShow: (shown: Shown) => void;
  onClose: () => void;
}

function Dialogs({ session, state, open, onShow, onClose }: DialogsProps) {
  if (open?.what === 'pay')
    return (
      <PayForm
        row={open.row}
        state={state}
        onClose={onClose}
        onPay={(row, amount) => {
          void session.pay(row, amount);
          onShow({ rowId: row.id, was: 'paid' });
          onClose();
        }}
      />
    );
  if (open?.what !== 'walk-in') return null;
  return (
    <WalkInForm
      checkIn={state.checkIn!}
      onClose={onClose}
      onWelcome={(name, cells, consentVersion) => {
        void session.welcome(name, cells, consentVersion).then((rowId) => onShow({ rowId, was: 'new' }));
        onClose();
      }}
    />
  );
}

function latestOf(rows: readonly ShownRow[], deskId: string | undefined): ShownRow[] {
  const here = rows.filter((row) => row.arrivedAt !== null && row.deskId === deskId);
  return here.sort((a, b) => b.arrivedAt! - a.arrivedAt!).slice(0, LATEST);
}
