import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import type { CheckIn } from '../../api/types';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import { kindName, owes, type ShownRow } from './desk.rules';
import type { GuestActions } from './GuestRow';

/** What came of the last tap or scan. */
export interface Shown {
  rowId: string | null;
  was: 'new' | 'there' | 'dropped' | 'paid' | 'unknown';
  /** What was typed, of whom nobody in the list is: it stays until the next scan takes its place. */
  typed?: string;
}

interface Props {
  shown: Shown;
  row: ShownRow | undefined;
  checkIn: CheckIn;
  actions: GuestActions;
}

/** Read from an arm's length: welcome, already here, or not in the list. */
export function Result({ shown, row, checkIn, actions }: Props) {
  const { t, pick } = useI18n();
  if (!row)
    return (
      <section className="desk-result desk-result-wrong" role="status">
        <strong>{t('checkIn.result.unknown')}</strong>
        <span>{t('checkIn.result.unknownText')}</span>
      </section>
    );
  // Taken back since.
  if ((shown.was === 'new' && row.arrivedAt === null) || (shown.was === 'paid' && row.receipt === null)) return null;
  const desk = checkIn.desks.find(({ id }) => id === row.deskId);
  const at = row.arrivedAt === null ? '' : formatTime(row.arrivedAt, checkIn.zone);
  const words = {
    new: t('checkIn.result.new'),
    there: t('checkIn.result.there', { at, desk: desk?.name ?? '' }),
    dropped: t('checkIn.result.dropped'),
    paid: t('checkIn.result.paid', { number: row.receipt ?? '' }),
    unknown: '',
  }[shown.was];
  const looks = { new: 'right', paid: 'right', there: 'twice', dropped: 'wrong', unknown: 'wrong' }[shown.was];
  const told = [row.organisation, kindName(checkIn, row.kind, pick)].filter((text) => text !== null && text !== '');
  return (
    <section className={`desk-result desk-result-${looks}`} role="status">
      <span>{words}</span>
      <strong>{row.name}</strong>
      <span>{told.join(' · ')}</span>
      <span className="desk-result-do">
        {owes(row) && (
          <Button size="large" onClick={() => actions.onPay(row)}>
            {t('checkIn.pay.button')}
          </Button>
        )}
        <Link to="/check-in/$registerId/badges" params={{ registerId: checkIn.registerId }} search={{ row: row.id }}>
          {t('checkIn.badges.one')}
        </Link>
      </span>
    </section>
  );
}
