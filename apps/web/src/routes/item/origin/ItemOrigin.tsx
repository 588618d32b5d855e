import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

interface Props {
  itemId: string;
  projectId: string;
}

/** The row of a list, or the entry of a record, that a work item was made from. */
export function ItemOrigin({ itemId, projectId }: Props) {
  const { t, pick } = useI18n();
  const { data } = api.useQuery('get', '/api/work-items/{id}/origin', { params: { path: { id: itemId } } });
  const origin = data?.origin;
  if (!origin) return null;
  const { title, titleEn, day, registerId, workItemId } = origin;
  const name = pick(title, titleEn);
  return (
    <p className="item-origin">
      {registerId && (
        <Link to="/projects/$projectId/registers/$registerId" params={{ projectId, registerId }}>
          {t('origin.list', { name })}
        </Link>
      )}
      {workItemId && (
        <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: workItemId }}>
          {t('origin.entry', { name, day: day ? formatDay(day) : '' })}
        </Link>
      )}
    </p>
  );
}
