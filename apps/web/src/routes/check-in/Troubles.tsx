import Button from 'antd/es/button';
import type { CheckIn } from '../../api/types';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { Kept } from './desk.rules';
import type { DeskSession } from './DeskSession';

/** What the server answered to what was written down here, where somebody has to look into it. */
export function Troubles({
  troubles,
  checkIn,
  session,
}: {
  troubles: readonly Kept[];
  checkIn: CheckIn;
  session: DeskSession;
}) {
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
            {one.answer!.outcome === 'refused' && (
              <Button onClick={() => void session.again(one.entry.id)}>{t('checkIn.trouble.again')}</Button>
            )}
            <Button onClick={() => void session.dismiss(one.entry.id)}>{t('checkIn.trouble.seen')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
