import EditOutlined from '@ant-design/icons/es/icons/EditOutlined';
import type { Project } from '../../../api/types';
import type { Grouping } from '../../../app/search';
import { useIsPhone } from '../../../app/useIsPhone';
import { WorkItemLine } from '../../../components/WorkItemLine';
import { useI18n } from '../../../i18n';
import type { Placed } from './ChecklistList';
import type { Line } from './groups';
import { mayBeChosen } from './mayBeChosen';
import { RowEditor } from './RowEditor';
import { fieldsFor, type RowEdit } from './useRowEdit';
import type { Selection } from './useSelection';

interface Props {
  row: NonNullable<Line['row']>;
  placed: Placed;
  project: Project;
  by: Grouping;
  /** The one that can be tabbed to. */
  active: boolean;
  edit: RowEdit;
  selection: Selection | null;
  onFocus: (id: string) => void;
}

/** A row of the checklist; at a desk it can be changed in place. */
export function ChecklistRowLine({ row, placed, project, by, active, edit, selection, onFocus }: Props) {
  const { t, pick } = useI18n();
  const phone = useIsPhone();
  if (edit.editing?.row.id === row.id) return <RowEditor {...{ edit, project, placed }} />;
  const [first] = phone || selection ? [] : fieldsFor(row);
  return (
    <WorkItemLine
      row={row}
      projectId={project.id}
      where={by}
      line={{ ...placed, onFocus: () => onFocus(row.id), ...{ 'data-row': row.id } }}
      tabIndex={active ? 0 : -1}
      selected={selection?.has(row.id)}
      locked={!mayBeChosen(row)}
      onSelect={selection ? (on) => selection.toggle([row.id], on) : undefined}
      beside={
        first && (
          <button
            type="button"
            className="line-edit"
            tabIndex={active ? 0 : -1}
            aria-label={t('list.editRow', { title: pick(row.title, row.titleEn) })}
            onClick={() => edit.begin(row, first, false)}
          >
            <EditOutlined aria-hidden />
          </button>
        )
      }
    />
  );
}
