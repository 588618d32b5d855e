import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { useI18n } from '../../i18n';

interface Props {
  deliverableId: string;
  projectId: string;
}

/** The list that a deliverable is, or the way to where one is made. */
export function RegisterLink({ deliverableId, projectId }: Props) {
  const { t, pick } = useI18n();
  const { data } = api.useQuery('get', '/api/projects/{id}/registers', { params: { path: { id: projectId } } });
  const register = data?.items.find(({ deliverables }) => deliverables.some(({ id }) => id === deliverableId));
  if (register) {
    const { id, name, nameEn, rows } = register;
    return (
      <p>
        <Link to="/projects/$projectId/registers/$registerId" params={{ projectId, registerId: id }}>
          {t('registerLink.open', { name: pick(name, nameEn) })}
        </Link>{' '}
        <small className="muted">{t('registerLink.rows', { count: rows.open + rows.confirmed })}</small>
      </p>
    );
  }
  if (!data || data.keepers.length === 0) return null;
  return (
    <p>
      <Link to="/projects/$projectId/registers" params={{ projectId }}>
        {t('registerLink.makeHere')}
      </Link>
    </p>
  );
}
