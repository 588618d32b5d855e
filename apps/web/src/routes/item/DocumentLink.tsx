import { Link } from '@tanstack/react-router';
import type { Deliverable } from '../../api/types';
import { useI18n } from '../../i18n';

/** The way to the document that the project's own data make of a deliverable. */
export function DocumentLink({ deliverable, projectId }: { deliverable: Deliverable; projectId: string }) {
  const { t } = useI18n();
  if (deliverable.document === null) return null;
  if (deliverable.document === 'closing-report')
    return (
      <p>
        <Link to="/projects/$projectId/closing-report" params={{ projectId }} search={{ deliverable: deliverable.id }}>
          {t('deliverable.makeDocument')}
        </Link>
      </p>
    );
  return (
    <p>
      <Link
        to="/projects/$projectId/documents/$kind"
        params={{ projectId, kind: deliverable.document }}
        search={{ deliverable: deliverable.id }}
      >
        {t('deliverable.makeDocument')}
      </Link>
    </p>
  );
}
