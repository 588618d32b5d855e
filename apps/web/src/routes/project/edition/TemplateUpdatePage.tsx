import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { OfferedChange, Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { FormError } from '../../../components/FormError';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { Differences } from '../../house/Differences';
import { showProject, useProject } from '../useProject';

const route = getRouteApi('/inside/projects/$projectId/template-update');

export function TemplateUpdatePage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const query = api.useQuery('post', '/api/projects/{id}/template-update/preview', {
    params: { path: { id: projectId } },
  });
  const update = query.data;
  if (!project || !update) return <LoadState query={query} />;
  const { from, to, changes } = update;
  return (
    <Panel title={t('templateUpdate.title')}>
      <p className="field-hint">{t('templateUpdate.lead')}</p>
      {to === null && <p>{t('templateUpdate.gone')}</p>}
      {to !== null && to <= from && <p>{t('templateUpdate.upToDate', { version: from })}</p>}
      {to !== null && to > from && <Offer key={to} project={project} from={from} to={to} changes={changes} />}
    </Panel>
  );
}

interface Props {
  project: Project;
  from: number;
  to: number;
  changes: readonly OfferedChange[];
}

function Offer({ project, from, to, changes }: Props) {
  const { t } = useI18n();
  const takeable = changes.filter(({ takes }) => takes).map(({ id }) => id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const take = api.useMutation('post', '/api/projects/{id}/template-update', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showProject(after);
      notify.success(t('templateUpdate.taken', { version: to }));
    },
  });
  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const submit = () =>
    take.mutate({
      params: { path: { id: project.id }, header: ifMatch(project) },
      body: { version: to, take: takeable.filter((id) => chosen.has(id)) },
    });
  return (
    <>
      <p>
        <strong>{t('templateUpdate.versions', { from, to })}</strong>
      </p>
      <p className="note">{t('templateUpdate.hint')}</p>
      <p className="edition-links">
        <Button size="small" onClick={() => setChosen(new Set(takeable))}>
          {t('templateUpdate.all')}
        </Button>
        <Button size="small" onClick={() => setChosen(new Set())}>
          {t('templateUpdate.none')}
        </Button>
      </p>
      <Differences
        differences={changes}
        anchors={project.anchors}
        beside={(change) =>
          change.takes ? (
            <Checkbox
              checked={chosen.has(change.id)}
              onChange={() => toggle(change.id)}
              aria-label={`${t(`house.what.${change.what}`)} ${change.title}`}
            />
          ) : (
            <span className="muted">{t('templateUpdate.told')}</span>
          )
        }
        under={(change) => <span className="tag">{t(`templateUpdate.touched.${change.touched}`)}</span>}
      />
      <FormError error={take.error} />
      <Button type="primary" loading={take.isPending} onClick={submit}>
        {t('templateUpdate.take', { count: takeable.filter((id) => chosen.has(id)).length, to })}
      </Button>
    </>
  );
}
