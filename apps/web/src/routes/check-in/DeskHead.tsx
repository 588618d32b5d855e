import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session';
import { useI18n } from '../../i18n';
import { counted, type DeskState, type ShownRow, waitingOf } from './desk.rules';

interface Props {
  state: DeskState;
  rows: readonly ShownRow[];
  online: boolean;
}

/** How many are there, which desk this is, and whether what it writes down arrives. */
export function DeskHead({ state, rows, online }: Props) {
  const { t, pick } = useI18n();
  const { temporary } = useMe();
  const { checkIn, desk } = state;
  const { expected, arrived } = counted(rows);
  const waiting = waitingOf(state).length;
  return (
    <header className="desk-head">
      {checkIn && !temporary && (
        <p className="page-back">
          <Link
            to="/projects/$projectId/registers/$registerId/check-in"
            params={{ projectId: checkIn.projectId, registerId: state.registerId }}
          >
            {checkIn.projectName}
          </Link>
        </p>
      )}
      <div className="desk-title">
        <h1>{checkIn ? t('checkIn.title', { name: pick(checkIn.name, checkIn.nameEn) }) : t('checkIn.word')}</h1>
        {desk && (
          <span className="tag">
            {desk.code} · {desk.name}
          </span>
        )}
      </div>
      <p className="desk-count" role="status">
        <strong>{arrived}</strong>
        <span>{t('checkIn.ofExpected', { count: expected })}</span>
      </p>
      {(!online || waiting > 0) && (
        <p className={online ? 'desk-sync' : 'desk-sync desk-offline'} role="status">
          {online ? t('checkIn.sending', { count: waiting }) : t('checkIn.offline', { count: waiting })}
        </p>
      )}
    </header>
  );
}
