import Checkbox from 'antd/es/checkbox';
import { useI18n } from '../../../i18n';
import type { Group } from './groups';
import type { Selection } from './useSelection';
import { WorkItemLine } from '../../../components/WorkItemLine';

interface Props {
  group: Group;
  projectId: string;
  by: 'stage' | 'team';
  selection: Selection | null;
}

const isBehind = (status: string) => status === 'done' || status === 'not-applicable';

export function ChecklistGroup({ group, projectId, by, selection }: Props) {
  const { t, pick } = useI18n();
  const { rows, stage, team } = group;
  const name = stage ? t(`stage.${stage}`) : team ? pick(team.name, team.nameEn) : t('team.none');
  const ids = rows.map((row) => row.id);
  const chosen = ids.filter((id) => selection?.has(id)).length;
  const behind = rows.filter((row) => isBehind(row.status)).length;
  return (
    <section className="checklist-group" aria-label={name}>
      <header>
        {selection && (
          <Checkbox
            aria-label={t('list.selectAll', { name })}
            checked={chosen === ids.length}
            indeterminate={chosen > 0 && chosen < ids.length}
            onChange={(event) => selection.toggle(ids, event.target.checked)}
          />
        )}
        <h2>{name}</h2>
        <span className="muted">{t('progress.workItems', { done: behind, total: rows.length })}</span>
      </header>
      <ul>
        {rows.map((row) => (
          <WorkItemLine
            key={row.id}
            row={row}
            projectId={projectId}
            where={by}
            selected={selection?.has(row.id)}
            onSelect={selection ? (on) => selection.toggle([row.id], on) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
