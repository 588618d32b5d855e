import Button from 'antd/es/button';
import { useState } from 'react';
import type { Board, BoardTeam, CellItem, Project, Stage } from '../../../api/types';
import { useBulkChange } from '../../../bulk/useBulkChange';
import { Choices } from '../../../components/Choices';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { changeFor, countWhich, type Receiver, selectionOf, WHICH, type Which, whichOf } from './handOut';
import { ReceiverField } from './ReceiverField';

interface Props {
  project: Project;
  board: Board;
  team: BoardTeam;
  stage: Stage;
  items: readonly CellItem[];
  /** Of these those that are ticked. */
  chosen: readonly string[];
  onDone: () => void;
}

/** Gives the work of a cell, or some of it, to a person or another sub-team, or takes it back into the pool. */
export function HandOut({ project, board, team, stage, items, chosen, onDone }: Props) {
  const { t } = useI18n();
  const [said, setSaid] = useState<Which | null>(null);
  const [receiver, setReceiver] = useState<Receiver>({ kind: team.team ? 'person' : 'team', person: null, team: null });
  const {
    busy,
    error,
    change: handOut,
  } = useBulkChange(project.id, () => {
    setSaid(null);
    onDone();
  });
  const counts = countWhich(items, chosen);
  const which = whichOf(said, counts);
  const set = changeFor(receiver);
  const labels: Record<Which, string> = {
    unassigned: t('board.whichUnassigned', { count: counts.unassigned }),
    chosen: t('board.whichChosen', { count: counts.chosen }),
    all: t('board.whichAll', { count: counts.all }),
  };
  return (
    <section className="board-hand-out" aria-label={t('board.handOut')}>
      <FormError error={error} />
      <Choices
        legend={t('board.which')}
        value={which}
        choices={WHICH.map((value) => ({ value, label: labels[value], disabled: counts[value] === 0 }))}
        onChange={setSaid}
      />
      <ReceiverField
        {...{ project, board, team }}
        value={receiver}
        change={(part) => setReceiver((now) => ({ ...now, ...part }))}
      >
        <Button
          type="primary"
          disabled={!set}
          loading={busy}
          onClick={() => set && handOut(selectionOf(which, team, stage, chosen), set)}
        >
          {t('board.do', { count: counts[which] })}
        </Button>
      </ReceiverField>
    </section>
  );
}
