import Button from 'antd/es/button';
import type { BulkSelection, Project } from '../../../api/types';
import { useI18n } from '../../../i18n';
import type { BulkKind } from './BulkFields';
import { BulkModal } from './BulkModal';
import { selectionOf } from './selection';
import type { Move } from './useMove';
import type { Selection } from './useSelection';

export interface BulkBarProps {
  project: Project;
  selection: Selection;
  move: Move;
  chosen: number;
  /** How many the filter leaves; null until all have come. */
  total: number | null;
  filter: BulkSelection['filter'];
  bulk: BulkKind | null;
  setBulk: (kind: BulkKind | null) => void;
  onDone: () => void;
}

/** Everything that the filter leaves, whatever has come of it. */
function ChooseAll({ selection, chosen, total }: Pick<BulkBarProps, 'selection' | 'chosen' | 'total'>) {
  const { t } = useI18n();
  const { all } = selection.selected;
  if (all || chosen === total) return null;
  return (
    <Button type="link" onClick={selection.everything}>
      {total === null ? t('bulk.everything') : t('bulk.everythingOf', { count: total })}
    </Button>
  );
}

/** What can be done with the chosen rows, at the foot of the window. */
export function BulkBar(props: BulkBarProps) {
  const { project, selection, move, chosen, total, filter, bulk, setBulk, onDone } = props;
  const { t } = useI18n();
  const none = chosen === 0;
  const many = selection.selected.all && total === null;
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk.label')}>
      <span role="status">{many ? t('bulk.selectedAll') : t('bulk.selected', { count: chosen })}</span>
      <ChooseAll {...{ selection, chosen, total }} />
      <Button type="primary" disabled={none} onClick={() => setBulk('assign')}>
        {t('bulk.assign')}
      </Button>
      <Button disabled={none} onClick={() => setBulk('dates')}>
        {t('bulk.dates')}
      </Button>
      <Button disabled={none} onClick={() => setBulk('status')}>
        {t('bulk.status')}
      </Button>
      <Button disabled={!move.up} onClick={move.up}>
        {t('bulk.up')}
      </Button>
      <Button disabled={!move.down} onClick={move.down}>
        {t('bulk.down')}
      </Button>
      <Button type="text" onClick={onDone}>
        {t('common.cancel')}
      </Button>
      {bulk && (
        <BulkModal
          kind={bulk}
          project={project}
          count={chosen}
          select={selectionOf(selection.selected, filter)}
          onClose={() => setBulk(null)}
          onDone={() => {
            setBulk(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}
