import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import Checkbox from 'antd/es/checkbox';
import { useId, useState } from 'react';
import type { WorkItemRow } from '../../../api/types';
import { useI18n } from '../../../i18n';
import type { Group } from './groups';
import type { Selection } from './useSelection';
import { WorkItemLine } from '../../../components/WorkItemLine';

interface Props {
  group: Group;
  projectId: string;
  by: 'stage' | 'team';
  selection: Selection | null;
  /** Whether the reader may change the row; the others can't be selected. */
  mayChange: (row: WorkItemRow) => boolean;
  /** A group that is all behind us starts folded, so that what is left comes first. */
  foldable: boolean;
}

const isBehind = (status: string) => status === 'done' || status === 'not-applicable';

export function ChecklistGroup({ group, projectId, by, selection, mayChange, foldable }: Props) {
  const { t, pick } = useI18n();
  const { rows, stage, team } = group;
  const name = stage ? t(`stage.${stage}`) : team ? pick(team.name, team.nameEn) : t('team.none');
  const ids = rows.filter(mayChange).map((row) => row.id);
  const chosen = ids.filter((id) => selection?.has(id)).length;
  const behind = rows.filter((row) => isBehind(row.status)).length;
  const [unfolded, setUnfolded] = useState(false);
  const listId = useId();
  const folds = foldable && behind === rows.length;
  const open = !folds || unfolded;
  return (
    <section className="checklist-group" aria-label={name}>
      <header>
        {selection && (
          <Checkbox
            aria-label={t('list.selectAll', { name })}
            checked={chosen > 0 && chosen === ids.length}
            disabled={ids.length === 0}
            indeterminate={chosen > 0 && chosen < ids.length}
            onChange={(event) => selection.toggle(ids, event.target.checked)}
          />
        )}
        <h2>
          {folds ? (
            <button
              type="button"
              className="fold"
              aria-expanded={open}
              aria-controls={listId}
              onClick={() => setUnfolded(!open)}
            >
              {name}
              <DownOutlined aria-hidden rotate={open ? 180 : 0} />
            </button>
          ) : (
            name
          )}
        </h2>
        <span className="muted">{t('progress.workItems', { done: behind, total: rows.length })}</span>
      </header>
      <ul id={listId} hidden={!open}>
        {rows.map((row) => (
          <WorkItemLine
            key={row.id}
            row={row}
            projectId={projectId}
            where={by}
            selected={selection?.has(row.id)}
            locked={!mayChange(row)}
            onSelect={selection ? (on) => selection.toggle([row.id], on) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
