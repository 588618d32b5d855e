import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { NextEditionForm } from './NextEditionForm';
import { LessonList } from '../../lessons/LessonList';

const route = getRouteApi('/inside/projects/$projectId/next-edition');

export function NextEditionPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const [days, setDays] = useState<{ opening?: string; closing?: string }>({});
  const query = api.useQuery(
    'post',
    '/api/projects/{id}/next-edition/preview',
    { params: { path: { id: projectId } }, body: days },
    { placeholderData: (before) => before },
  );
  const suggested = query.data;
  if (!suggested) return <LoadState query={query} />;
  return (
    <div className="two-columns">
      <Panel title={t('nextEdition.start')}>
        <p className="field-hint">{t('nextEdition.lead')}</p>
        <NextEditionForm projectId={projectId} suggested={suggested} days={days} setDays={setDays} />
      </Panel>
      {suggested.lessons.length > 0 && (
        <Panel title={t('nextEdition.lessons')} count={suggested.lessons.length}>
          <LessonList lessons={suggested.lessons} zone={suggested.zone} named />
        </Panel>
      )}
    </div>
  );
}
