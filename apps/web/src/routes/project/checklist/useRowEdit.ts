import { useRef, useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { type ChecklistRow, may, type Project } from '../../../api/types';
import { useEdit } from '../../../components/useEdit';
import { crewOf } from '../useProject';
import { changeRow, rowAfter, type Saved } from './shownRows';

export type RowField = 'assignee' | 'team' | 'days' | 'status';

const NEEDED: Record<RowField, Parameters<typeof may<ChecklistRow['may'][number]>>[1]> = {
  assignee: 'assign',
  team: 'edit',
  days: 'edit',
  status: 'progress',
};
const FIELDS: readonly RowField[] = ['assignee', 'team', 'days', 'status'];

/** What the reader may change of a row, as the server says. */
export const fieldsFor = (row: ChecklistRow): RowField[] => FIELDS.filter((field) => may(row, NEEDED[field]));

/** As the editor holds a row; the present state that comes with a refusal has these fields too. */
type Seen = Pick<
  ChecklistRow,
  'id' | 'version' | 'team' | 'assignee' | 'startDay' | 'dueDay' | 'status' | 'waitingFor'
>;

const fieldsOf = (row: Seen) => ({
  assigneeId: row.assignee?.id ?? null,
  teamId: row.team?.id ?? null,
  startDay: row.startDay,
  dueDay: row.dueDay,
  status: row.status,
  waitingFor: row.waitingFor ?? '',
  reason: '',
});
export type RowFields = ReturnType<typeof fieldsOf>;

/** Nothing is said of what belongs to another status. */
function bodyOf({ waitingFor, reason, ...changes }: Partial<RowFields>, status: RowFields['status']) {
  return {
    ...changes,
    ...(status === 'waiting' && waitingFor !== undefined && { status, waitingFor: waitingFor.trim() }),
    ...(changes.status === 'not-applicable' && { reason: reason?.trim() }),
  };
}

function rowWith(row: ChecklistRow, fields: RowFields, project: Project): ChecklistRow {
  const { assigneeId, teamId, startDay, dueDay, status, waitingFor } = fields;
  return {
    ...{ ...row, startDay, dueDay, status },
    assignee: crewOf(project).find(({ id }) => id === assigneeId) ?? (assigneeId ? row.assignee : null),
    team: project.teams.find(({ id }) => id === teamId) ?? (teamId ? row.team : null),
    waitingFor: status === 'waiting' ? waitingFor : null,
  };
}

interface Open {
  row: ChecklistRow;
  field: RowField;
  /** Its choices are shown at once. */
  opens: boolean;
  /** False while the row is already shown as it will be. */
  shown: boolean;
}

/** What is on its way, so that the next editor waits for its answer: that would close it, and a refusal needs its place. */
function useOneSave() {
  const onItsWay = useRef<Promise<Saved | null> | null>(null);
  return {
    begin: (save: Promise<Saved | null>) => {
      onItsWay.current = save;
      void save.then(() => (onItsWay.current = null));
    },
    /** At once, or after a save that was taken; never after one that was refused. */
    after: (follow: (saved?: Saved) => void) => {
      if (!onItsWay.current) follow();
      else void onItsWay.current.then((saved) => saved && follow(saved));
    },
  };
}

/**
 * The one row that is edited in place. What is saved is shown at once; a refusal brings the editor back as it was left, and
 * says what somebody else has changed meanwhile.
 */
export function useRowEdit(project: Project | undefined, onEnd: () => void) {
  const [open, setOpen] = useState<Open | null>(null);
  const [error, setError] = useState<unknown>(null);
  const draft = useEdit<Seen, RowFields>(fieldsOf);
  const patch = api.useMutation('patch', '/api/work-items/{id}', { meta: { quiet: true } });
  const oneSave = useOneSave();
  const end = () => {
    setOpen(null);
    setError(null);
    draft.end();
  };
  const leave = () => {
    end();
    onEnd();
  };
  const show = (row: ChecklistRow, field: RowField, opens: boolean) => {
    end();
    setOpen({ row, field, opens, shown: true });
    draft.change(row, {});
  };
  const begin = (row: ChecklistRow, field: RowField, opens: boolean) =>
    oneSave.after((saved) => show(saved ? rowAfter(row, saved) : row, field, opens));
  const save = () => {
    if (!open || !draft.edit || !project) return leave();
    const { seen, fields } = draft.edit;
    const body = bodyOf(draft.changes, fields.status);
    if (Object.keys(body).length === 0) return leave();
    const { row } = open;
    setOpen({ ...open, shown: false });
    onEnd();
    changeRow(project.id, row.id, (now) => rowWith(now, fields, project));
    const asked = { params: { path: { id: row.id }, header: ifMatch(seen) }, body };
    const sent = patch.mutateAsync(asked).then(
      (saved) => {
        changeRow(project.id, row.id, (now) => rowAfter(now, saved));
        end();
        return saved;
      },
      (refusal: unknown) => {
        changeRow(project.id, row.id, () => row);
        draft.refused(refusal);
        setError(refusal);
        setOpen({ ...open, opens: false, shown: true });
        return null;
      },
    );
    return oneSave.begin(sent);
  };
  return {
    editing: open?.shown ? open : null,
    fields: draft.edit?.fields,
    seen: draft.edit?.seen,
    moved: draft.edit?.moved ?? [],
    change: (part: Partial<RowFields>) => open && draft.change(open.row, part),
    begin,
    save,
    end: leave,
    error,
  };
}

export type RowEdit = ReturnType<typeof useRowEdit>;
