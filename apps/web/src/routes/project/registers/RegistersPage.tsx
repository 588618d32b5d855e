import { getRouteApi, Link } from '@tanstack/react-router';
import type { RegisterSummary } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { NewRegister } from './NewRegister';
import { useRegisters } from './useRegister';
import '../../../styles/registers.css';

const route = getRouteApi('/inside/projects/$projectId/registers');

function RegisterLine({ register, projectId }: { register: RegisterSummary; projectId: string }) {
  const { t, pick } = useI18n();
  const { id, name, nameEn, team, rows, crewOnly, deliverables } = register;
  return (
    <li className="register-line row-link">
      <span>
        <Link
          className="cover line-title"
          to="/projects/$projectId/registers/$registerId"
          params={{ projectId, registerId: id }}
        >
          {pick(name, nameEn)}
        </Link>
        {crewOnly && <span className="tag">{t('register.crewOnly')}</span>}
        <small className="muted">{team ? pick(team.name, team.nameEn) : t('register.anybody')}</small>
      </span>
      <span className="muted">
        {deliverables
          .map(({ title, titleEn, status }) =>
            t('register.deliverable', {
              title: pick(title, titleEn),
              status: t(`deliverable.status.${status as 'open'}`),
            }),
          )
          .join(t('common.comma'))}
      </span>
      <span className="register-count">{t('register.rows', { count: rows.open + rows.confirmed })}</span>
    </li>
  );
}

/** The lists of a project. */
export function RegistersPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const query = useRegisters(projectId);
  if (!query.data || !project) return <LoadState query={query} />;
  const { items, keepers } = query.data;
  const makes = keepers.length > 0;
  return (
    <Panel
      title={t('register.title')}
      count={items.length}
      actions={makes && <NewRegister {...{ project, keepers }} made={items} />}
    >
      {items.length === 0 ? (
        <EmptyState title={t('register.none.title')} text={t(makes ? 'register.none.text' : 'register.none.read')} />
      ) : (
        <ul className="register-list">
          {items.map((register) => (
            <RegisterLine key={register.id} register={register} projectId={projectId} />
          ))}
        </ul>
      )}
      {query.data.mayFindPersons && (
        <p className="register-privacy">
          <Link to="/projects/$projectId/registers/personal-data" params={{ projectId }}>
            {t('personal.link')}
          </Link>
        </p>
      )}
    </Panel>
  );
}
