import { Link } from '@tanstack/react-router';
import type { Register } from '../../../api/types';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { comparable } from './comparing/weights';
import { EditRegister } from './EditRegister';
import { KeepButton } from './KeepInHouse';

const money = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** What is still missing before it can be handed in, and what it adds up to. */
function Standing({ register }: { register: Register }) {
  const { t, pick } = useI18n();
  const { columns, empty, complete, rows, totals, expiresOn } = register;
  const nameOf = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column ? pick(column.name, column.nameEn) : key;
  };
  const missing = empty.map(({ column, rows: count }) => t('register.emptyIn', { name: nameOf(column), count }));
  return (
    <ul className="facts">
      <li>{t('register.rows', { count: rows.open + rows.confirmed })}</li>
      {rows.confirmed > 0 && <li>{t('register.confirmed', { count: rows.confirmed })}</li>}
      {rows.dropped > 0 && <li>{t('register.dropped', { count: rows.dropped })}</li>}
      <li className={complete ? 'register-complete' : 'register-incomplete'}>
        {complete
          ? t('register.complete')
          : missing.length > 0
            ? t('register.missingCells', { what: missing.join(t('common.comma')) })
            : t('register.noRows')}
      </li>
      {expiresOn && <li>{t('personal.expires', { day: formatDay(expiresOn) })}</li>}
      {totals.map(({ column, total }) => (
        <li key={column}>{t('register.total', { name: nameOf(column), total: money.format(total) })}</li>
      ))}
    </ul>
  );
}

/** Registrations, and lists of somebody's own that hold people: nobody is checked in from a list of venues. */
const checksIn = ({ presetKey, columns }: Register) =>
  presetKey === 'registrations' || (presetKey === null && columns.some(({ type }) => type === 'person'));

export function RegisterHead({ register, projectId }: { register: Register; projectId: string }) {
  const { t, pick } = useI18n();
  const { name, nameEn, team, crewOnly, deliverables, columns, mayManage, mayWrite } = register;
  return (
    <header className="register-head">
      <p className="page-back">
        <Link to="/projects/$projectId/registers" params={{ projectId }}>
          {t('project.tab.registers')}
        </Link>
      </p>
      <div className="register-title">
        <h2>{pick(name, nameEn)}</h2>
        {team && <span className="tag">{pick(team.name, team.nameEn)}</span>}
        {crewOnly && <span className="tag">{t('register.crewOnly')}</span>}
        {comparable(columns).length > 0 && (
          <Link
            className="register-compare"
            to="/projects/$projectId/registers/$registerId/comparison"
            params={{ projectId, registerId: register.id }}
          >
            {t('register.compare.button')}
          </Link>
        )}
        {mayWrite && checksIn(register) && (
          <Link
            className="register-compare"
            to="/projects/$projectId/registers/$registerId/check-in"
            params={{ projectId, registerId: register.id }}
          >
            {t('checkIn.overview.link')}
          </Link>
        )}
        {mayManage && <EditRegister register={register} projectId={projectId} />}
        {!mayManage && register.mayKeep && <KeepButton register={register} />}
      </div>
      <Standing register={register} />
      {deliverables.length > 0 && (
        <p className="muted register-is">
          {t('register.is')}{' '}
          {deliverables.map(({ id, workItemId, title, titleEn, status }) => (
            <span key={id}>
              <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: workItemId }}>
                {pick(title, titleEn)}
              </Link>
              {t('register.inBrackets', { what: t(`deliverable.status.${status as 'open'}`) })}
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
