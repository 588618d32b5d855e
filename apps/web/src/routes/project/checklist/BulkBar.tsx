import Button from 'antd/es/button';
import { useState } from 'react';
import type { Project } from '../../../api/types';
import { useI18n } from '../../../i18n';
import type { BulkKind } from './BulkFields';
import { BulkModal } from './BulkModal';
import type { Move } from './useMove';
import type { Selection } from './useSelection';

interface Props {
  project: Project;
  selection: Selection;
  move: Move;
  onDone: () => void;
}

/** What can be done with the ticked rows, at the foot of the window. */
export function BulkBar({ project, selection, move, onDone }: Props) {
  const { t } = useI18n();
  const [kind, setKind] = useState<BulkKind | null>(null);
  const none = selection.ids.size === 0;
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk.label')}>
      <span role="status">{t('bulk.selected', { count: selection.ids.size })}</span>
      <Button type="primary" disabled={none} onClick={() => setKind('assign')}>
        {t('bulk.assign')}
      </Button>
      <Button disabled={none} onClick={() => setKind('dates')}>
        {t('bulk.dates')}
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
      {kind && (
        <BulkModal
          kind={kind}
          project={project}
          ids={[...selection.ids]}
          onClose={() => setKind(null)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
