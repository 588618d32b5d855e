/** A row as far as handing it out depends on it. */
export interface HandedRow {
  id: string;
  assignee: { id: string } | null;
}

/** The rows by whom they were with before, so that handing them out can be taken back in as few requests. */
export function backTo(rows: readonly HandedRow[]): { assigneeId: string | null; ids: string[] }[] {
  const holders = [...new Set(rows.map(({ assignee }) => assignee?.id ?? null))];
  return holders.map((assigneeId) => ({
    assigneeId,
    ids: rows.filter(({ assignee }) => (assignee?.id ?? null) === assigneeId).map(({ id }) => id),
  }));
}
