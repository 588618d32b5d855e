import type { OwnSessions } from '../../api/types';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

/** What happened to one's password: an admin who had a hand in it is named. */
export function PasswordEvents({ events }: { events: OwnSessions['passwordEvents'] }) {
  const { t } = useI18n();
  if (events.length === 0) return null;
  return (
    <>
      <h3>{t('account.passwordEvents')}</h3>
      <ul className="password-events">
        {events.map(({ at, kind, by }) => (
          <li key={`${at} ${kind}`}>
            <span className="muted day">{formatInstant(at)}</span>{' '}
            {t(`account.passwordEvent.${kind}`, { name: by ?? t('account.atServer') })}
          </li>
        ))}
      </ul>
    </>
  );
}
