import Select from 'antd/es/select';
import { useState } from 'react';
import { api } from '../../../api/client';
import { may, type Project } from '../../../api/types';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { HOLDS, ROW_FILTERS, type RowFilter } from './filters';
import { FollowButton } from './FollowButton';
import { ForecastRow } from './ForecastRow';

/** Baseline, plan and what is to be expected of each work item, with its float. */
export function ForecastView({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  const [filter, setFilter] = useState<RowFilter>('all');
  const query = api.useQuery('get', '/api/projects/{id}/schedule', { params: { path: { id: project.id } } });
  if (!query.data) return <LoadState query={query} />;
  const { items } = query.data;
  const titles = new Map(items.map(({ id, title, titleEn }) => [id, pick(title, titleEn)]));
  const shown = items.filter(HOLDS[filter]);
  const mayFollow = may(project, 'assign') && items.some(HOLDS.pushed);
  return (
    <Panel
      title={t('network.title')}
      count={shown.length}
      actions={
        <span className="panel-actions">
          <Select
            className="schedule-filter"
            aria-label={t('network.filter.label')}
            value={filter}
            options={ROW_FILTERS.map((value) => ({
              value,
              label: `${t(`network.filter.${value}`)} ${items.filter(HOLDS[value]).length}`,
            }))}
            onChange={setFilter}
          />
          {mayFollow && <FollowButton projectId={project.id} titles={titles} />}
        </span>
      }
    >
      <p className="field-hint">{t('network.hint')}</p>
      {shown.length === 0 && <p className="muted">{t('network.empty')}</p>}
      <ul className="schedule-rows">
        {shown.map((row) => (
          <ForecastRow key={row.id} row={row} projectId={project.id} titles={titles} today={query.data.today} />
        ))}
      </ul>
    </Panel>
  );
}
