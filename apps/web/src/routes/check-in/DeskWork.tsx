import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { CheckIn } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { type DeskState, type Kept, type ShownRow, troublesOf } from './desk.rules';
import { DeskHead } from './DeskHead';
import type { DeskSession } from './DeskSession';
import { type GuestActions, GuestRow } from './GuestRow';
import { PayForm } from './PayForm';
import { Result, type Shown } from './Result';
import { Troubles } from './Troubles';
import { useGuests } from './useGuests';
import { WalkInForm } from './WalkInForm';

const Scanner = lazy(() => import('./Scanner'));

interface Props {
  session: DeskSession;
  state: DeskState;
  online: boolean;
  closed: boolean;
  failure: unknown;
}

type Open = { what: 'scan' } | { what: 'walk-in'; refused?: Kept } | { what: 'pay'; row: ShownRow } | null;

/** The desk at work: look for a name or scan a code, tap, next guest. */
export function DeskWork({ session, state, online, closed, failure }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState<Open>(null);
  const guests = useGuests({ session, state });
  const { typed, told, rows } = guests;
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
      {failure !== null && (
        <>
          <FormError error={failure} />
          <p className="desk-closed">{t('checkIn.failing')}</p>
        </>
      )}
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
      {told && <Result shown={told} row={rows.find(({ id }) => id === told.rowId)} {...{ checkIn, actions }} />}
      <Troubles
        troubles={troublesOf(state)}
        onMend={(refused) => setOpen({ what: 'walk-in', refused })}
        {...{ checkIn, session }}
      />
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
  onEnter: (field: HTMLInputElement) => void;
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
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter(event.currentTarget);
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

type GuestsProps = Pick<ReturnType<typeof useGuests>, 'looked' | 'hits' | 'latest' | 'rows' | 'told'> & {
  checkIn: CheckIn;
  actions: GuestActions;
};

/** Those who are looked for; with nothing looked for, the last who came here. */
function Guests({ looked, hits, latest, rows, told, checkIn, actions }: GuestsProps) {
  const { t } = useI18n();
  const idle = looked === '';
  return (
    <>
      {!idle && !told && hits.rows.length === 0 && (
        <EmptyState title={t('checkIn.nobody')} text={t('checkIn.nobodyText')} />
      )}
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
  const { refused } = open;
  return (
    <WalkInForm
      checkIn={state.checkIn!}
      refused={refused}
      onClose={onClose}
      onWelcome={(walkIn) => {
        if (refused) void session.mend(refused.entry.id, walkIn);
        else void session.welcome(walkIn).then((rowId) => onShow({ rowId, was: 'new' }));
        onClose();
      }}
    />
  );
}
