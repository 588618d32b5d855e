import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { type DeskState, entered, found, indexOf, scannedRow, shownRows, type ShownRow } from './desk.rules';
import type { DeskSession } from './DeskSession';
import type { Shown } from './Result';

/** Who came last to this desk, for whoever tapped the wrong line. */
const LATEST = 8;

/** The guests as this desk sees them, those who are looked for, and what became of the last one. */
export function useGuests({ session, state }: { session: DeskSession; state: DeskState }) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const rows = useMemo(() => shownRows(state), [state]);
  const index = useMemo(() => indexOf(rows), [rows]);
  const looked = useDeferredValue(typed);
  const hits = useMemo(() => found(index, looked), [index, looked]);
  const latest = useMemo(() => latestOf(rows, state.desk?.id), [rows, state.desk?.id]);
  const arrive = useCallback(
    (row: ShownRow) => {
      if (row.arrivedAt === null && row.status !== 'dropped') void session.arrive(row);
      setShown({ rowId: row.id, was: row.status === 'dropped' ? 'dropped' : row.arrivedAt === null ? 'new' : 'there' });
      setTyped('');
    },
    [session],
  );
  const onCode = (text: string) => {
    const row = scannedRow(rows, text);
    if (row) arrive(row);
    else setShown({ rowId: null, was: 'unknown' });
  };
  // A scanner on a cable types the code and Enter, and the next one at once: what counts is what stands there now.
  const onEnter = (field: HTMLInputElement) => {
    const text = field.value;
    if (text.trim() === '') return;
    const met = entered(rows, index, text);
    if (typeof met === 'object') return arrive(met);
    field.select();
    if (met === 'nobody') setShown({ rowId: null, was: 'unknown', typed: text });
  };
  const told = shown !== null && (typed === '' || typed === shown.typed) ? shown : null;
  return { typed, setTyped, looked, rows, hits, latest, told, setShown, arrive, onCode, onEnter };
}

function latestOf(rows: readonly ShownRow[], deskId: string | undefined): ShownRow[] {
  const here = rows.filter((row) => row.arrivedAt !== null && row.deskId === deskId);
  return here.sort((a, b) => b.arrivedAt! - a.arrivedAt!).slice(0, LATEST);
}
