import { useI18n } from '../../i18n';
import { DiscardDraft } from './DiscardDraft';
import type { Saving } from './draftSaver';

interface Props {
  saving: Saving;
  onRetry: () => void;
  onDiscarded: () => void;
}

/** Whether leaving now would lose anything, and the way to throw it all away. */
export function DraftState({ saving, onRetry, onDiscarded }: Props) {
  const { t } = useI18n();
  if (saving === 'idle') return null;
  return (
    <div className="draft-state">
      <span className="muted" role={saving === 'failed' ? 'alert' : undefined}>
        {t(`start.saving.${saving}`)}
      </span>
      {saving === 'failed' && (
        <button type="button" className="link-button" onClick={onRetry}>
          {t('common.retry')}
        </button>
      )}
      <DiscardDraft onDiscarded={onDiscarded} />
    </div>
  );
}
