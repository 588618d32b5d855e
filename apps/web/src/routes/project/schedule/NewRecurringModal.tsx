import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { NewRecurring, Project } from '../../../api/types';
import { FormModal } from '../../../components/FormModal';
import { formatDay, todayIn } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { RecurringFields } from './RecurringFields';

const POINTERS = ['/title', '/weekday', '/monthDay', '/dueTime', '/fromDay', '/untilDay', '/untilAnchor', '/teamId'];

const firstOf = (project: Project): NewRecurring => ({
  ...{ title: '', stage: 'preparation', every: 'week', weekday: 1, daysOff: 'move' },
  ...{ fromDay: todayIn(project.zone), untilAnchor: 'closing' },
});

/** Asks what comes again and when, and shows its dates before it is made. */
export function NewRecurringModal({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t, locale } = useI18n();
  const [given, setGiven] = useState(() => firstOf(project));
  const params = { path: { id: project.id } };
  const preview = api.useMutation('post', '/api/projects/{id}/recurring/preview', {
    meta: { quiet: true, ownRefresh: true },
  });
  const create = api.useMutation('post', '/api/projects/{id}/recurring', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const change = (part: Partial<NewRecurring>) => {
    setGiven({ ...given, ...part });
    preview.reset();
  };
  const error = create.error ?? preview.error;
  const named = given.title.trim() !== '';
  const body = { ...given, title: given.title.trim() };
  const dates = preview.data?.dates ?? [];
  return (
    <FormModal
      open
      title={t('recurring.add')}
      confirm={t('recurring.add')}
      ready={named}
      busy={create.isPending}
      error={error}
      known={POINTERS}
      onSubmit={() => create.mutate({ params, body })}
      onClose={onClose}
    >
      <RecurringFields project={project} given={given} change={change} errors={fieldErrors(error, locale)} />
      <Button disabled={!named} loading={preview.isPending} onClick={() => preview.mutate({ params, body })}>
        {t('recurring.preview')}
      </Button>
      {preview.data && (
        <details open>
          <summary>{t('recurring.dates', { count: dates.length, day: formatDay(preview.data.endDay) })}</summary>
          <ul className="prose-list">
            {dates.map(({ slot, day }) => (
              <li key={slot}>
                {formatDay(day)}
                {slot !== day && <small className="muted"> {t('recurring.move')}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </FormModal>
  );
}
