import Button from 'antd/es/button';
import type { CheckIn } from '../../api/types';
import { Popconfirm } from '../../components/late';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { Kept } from './desk.rules';
import type { DeskSession } from './DeskSession';

interface Props {
  troubles: readonly Kept[];
  checkIn: CheckIn;
  session: DeskSession;
  /** Of a walk-in that was refused. */
  onMend: (one: Kept) => void;
}

/** What the server answered to what was written down here, where somebody has to look into it. */
export function Troubles({ troubles, checkIn, session, onMend }: Props) {
  const { t, pick } = useI18n();
  if (troubles.length === 0) return null;
  const words = ({ entry, answer }: Kept) => {
    if (answer!.reason) return pick(answer!.reason.zh, answer!.reason.en);
    if (entry.kind === 'payment') return t('checkIn.trouble.paidTwice', { number: entry.receipt ?? '' });
    const first = answer!.first;
    if (!first) return t('checkIn.trouble.double');
    const desk = checkIn.desks.find(({ id }) => id === first.deskId)?.name ?? '';
    return t('checkIn.trouble.doubleAt', { at: formatTime(first.at, checkIn.zone), desk });
  };
  return (
    <section className="desk-troubles" aria-label={t('checkIn.trouble.title')}>
      <h2>{t('checkIn.trouble.title')}</h2>
      <ul>
        {troubles.map((one) => (
          <li key={one.entry.id}>
            <div>
              <strong>{one.name}</strong>
              <span>{words(one)}</span>
            </div>
            {one.answer!.outcome === 'refused' ? (
              <RefusedWays {...{ one, session, onMend }} />
            ) : (
              <DoubleWays {...{ one, session }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WaysProps {
  one: Kept;
  session: DeskSession;
}

/** The server has nothing of it: it is mended, sent again once the list is mended, or given up knowingly. */
function RefusedWays({ one, session, onMend }: WaysProps & Pick<Props, 'onMend'>) {
  const { t } = useI18n();
  const { id, kind, receipt } = one.entry;
  return (
    <>
      {kind === 'walk-in' ? (
        <Button onClick={() => onMend(one)}>{t('checkIn.trouble.mend')}</Button>
      ) : (
        <Button onClick={() => void session.again(id)}>{t('checkIn.trouble.again')}</Button>
      )}
      <Popconfirm
        title={t(`checkIn.trouble.leaveOf.${kind}`, { number: receipt ?? '' })}
        okText={t('checkIn.trouble.leave')}
        cancelText={t('common.cancel')}
        onConfirm={() => void session.dismiss(id)}
      >
        <Button>{t('checkIn.trouble.leave')}</Button>
      </Popconfirm>
    </>
  );
}

/** It stands beside an earlier one. */
function DoubleWays({ one, session }: WaysProps) {
  const { t } = useI18n();
  const { id, kind, receipt } = one.entry;
  return (
    <>
      {kind === 'payment' && (
        <Popconfirm
          title={t('checkIn.void.askSecond', { number: receipt ?? '' })}
          okText={t('checkIn.void.button')}
          cancelText={t('common.cancel')}
          onConfirm={() => void session.voidSecond(one)}
        >
          <Button>{t('checkIn.void.button')}</Button>
        </Popconfirm>
      )}
      <Button onClick={() => void session.dismiss(id)}>{t('checkIn.trouble.seen')}</Button>
    </>
  );
}
