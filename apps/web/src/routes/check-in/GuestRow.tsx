import Button from 'antd/es/button';
import type { CheckIn } from '../../api/types';
import { Popconfirm } from '../../components/late';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import { isDeskReceipt, kindName, owes, type ShownRow } from './desk.rules';

export interface GuestActions {
  onArrive: (row: ShownRow) => void;
  onUndo: (row: ShownRow) => void;
  onPay: (row: ShownRow) => void;
  onVoid: (row: ShownRow) => void;
}

const money = new Intl.NumberFormat('en-US');

/** One guest, large enough for a thumb in a queue. */
export function GuestRow({ row, checkIn, actions }: { row: ShownRow; checkIn: CheckIn; actions: GuestActions }) {
  const { t, pick } = useI18n();
  const { name, number, organisation, arrivedAt, deskId, status, fee, receipt } = row;
  const desk = checkIn.desks.find(({ id }) => id === deskId);
  const told = [number, organisation, kindName(checkIn, row.kind, pick)].filter((text) => text !== null && text !== '');
  const at = arrivedAt === null ? null : formatTime(arrivedAt, checkIn.zone);
  return (
    <li className={arrivedAt === null ? 'guest' : 'guest guest-there'}>
      <div className="guest-who">
        <strong>{name || t('checkIn.nameless')}</strong>
        <span className="muted">{told.join(' · ')}</span>
        {at !== null && (
          <span className="guest-at">
            {desk ? t('checkIn.thereAt', { at, desk: desk.name }) : t('checkIn.there', { at })}
            {row.waiting && ` · ${t('checkIn.waits')}`}
          </span>
        )}
        {receipt !== null && (
          <span className="muted">
            {t('checkIn.receipt', { number: receipt })}
            {isDeskReceipt(receipt, checkIn.desks) && (
              <Popconfirm
                title={t('checkIn.void.ask', { number: receipt })}
                okText={t('checkIn.void.button')}
                cancelText={t('common.cancel')}
                onConfirm={() => actions.onVoid(row)}
              >
                <Button type="link">{t('checkIn.void.button')}</Button>
              </Popconfirm>
            )}
          </span>
        )}
        {status === 'dropped' && <span className="guest-dropped">{t('checkIn.dropped')}</span>}
      </div>
      <div className="guest-do">
        {owes(row) && status !== 'dropped' && (
          <Button size="large" onClick={() => actions.onPay(row)} aria-label={t('checkIn.payOf', { name })}>
            {t('checkIn.owes', { amount: money.format(fee!) })}
          </Button>
        )}
        {arrivedAt === null ? (
          <Button
            type="primary"
            size="large"
            disabled={status === 'dropped'}
            onClick={() => actions.onArrive(row)}
            aria-label={t('checkIn.arriveOf', { name })}
          >
            {t('checkIn.arrive')}
          </Button>
        ) : (
          <Button size="large" onClick={() => actions.onUndo(row)} aria-label={t('checkIn.undoOf', { name })}>
            {t('checkIn.undo')}
          </Button>
        )}
      </div>
    </li>
  );
}
