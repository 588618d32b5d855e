import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { api } from '../../../api/client';
import type { Register, RegisterRow } from '../../../api/types';
import { StatusMark } from '../../../components/StatusMark';
import { useI18n } from '../../../i18n';
import { showRow } from './useRegister';

type Work = NonNullable<RegisterRow['work']>;

/** How the work stands that a row has become, and the way there. */
export function WorkLink({ work, projectId, tabIndex }: { work: Work; projectId: string; tabIndex?: number }) {
  const { t, pick } = useI18n();
  const title = pick(work.title, work.titleEn);
  return (
    <Link
      to="/projects/$projectId/items/$itemId"
      params={{ projectId, itemId: work.id }}
      className="row-work"
      tabIndex={tabIndex}
      aria-label={t('register.work.open', { title, status: t(`status.${work.status}`) })}
    >
      <StatusMark status={work.status} />
    </Link>
  );
}

/** The same in words, outside the grid. */
export function WorkLine(props: { work: Work; projectId: string }) {
  const { t } = useI18n();
  return (
    <p className="row-work-line">
      {t('register.work.title')} <WorkLink {...props} />
    </p>
  );
}

interface Props {
  register: Register;
  row: RegisterRow;
  /** Something is typed that has not been saved: the work would be called by what stood there before. */
  unsaved: boolean;
}

/** Makes a work item of a row, or shows the one that it has become. */
export function RowWork({ register, row, unsaved }: Props) {
  const { t } = useI18n();
  const make = api.useMutation('post', '/api/register-rows/{id}/work-item', { onSuccess: showRow });
  const work = row.work ?? make.data?.work;
  if (work) return <WorkLine work={work} projectId={register.projectId} />;
  if (!register.mayMakeWork) return null;
  return (
    <p className="row-work-line">
      <Button
        disabled={unsaved}
        loading={make.isPending}
        onClick={() => make.mutate({ params: { path: { id: row.id } } })}
      >
        {t('register.work.make')}
      </Button>
      <small className="muted">{t(unsaved ? 'register.work.saveFirst' : 'register.work.hint')}</small>
    </p>
  );
}
