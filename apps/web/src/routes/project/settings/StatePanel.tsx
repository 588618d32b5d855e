import Button from 'antd/es/button';
import { useState } from 'react';
import type { ChangeState, Project } from '../../../api/types';
import { dayAt, formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { StateModal } from './StateModal';

/** Why and since when it rests, and until when as far as anybody knows. */
function Rest({ project }: { project: Project }) {
  const { t } = useI18n();
  const { status, statusReason, statusSince, resumeDay } = project;
  if (status === 'running' || status === 'closed') return null;
  return (
    <div className="state-rest">
      <p>{statusReason}</p>
      <p className="muted">
        {statusSince !== null && t('projectState.since', { day: formatDay(dayAt(statusSince, project.zone)) })}
        {status === 'on-hold' && ' · '}
        {status === 'on-hold' &&
          (resumeDay ? t('projectState.until', { day: formatDay(resumeDay) }) : t('projectState.unknown'))}
      </p>
    </div>
  );
}

/** Puts a project on hold, cancels it, or takes it up again, each after a look at what that does. */
export function StatePanel({ project }: { project: Project }) {
  const { t } = useI18n();
  const [to, setTo] = useState<ChangeState['to'] | null>(null);
  const rests = project.status !== 'running';
  return (
    <>
      <Rest project={project} />
      {!rests && <p className="field-hint">{t('projectState.hint')}</p>}
      <div className="panel-actions">
        {rests && (
          <Button type="primary" onClick={() => setTo('running')}>
            {t('projectState.resume')}
          </Button>
        )}
        {project.status !== 'on-hold' && project.status !== 'cancelled' && (
          <Button onClick={() => setTo('on-hold')}>{t('projectState.hold')}</Button>
        )}
        {project.status !== 'cancelled' && (
          <Button danger onClick={() => setTo('cancelled')}>
            {t('projectState.cancel')}
          </Button>
        )}
      </div>
      {to && <StateModal key={to} project={project} to={to} onClose={() => setTo(null)} />}
    </>
  );
}
