import Button from 'antd/es/button';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { OwnStartDraft } from './draft';

interface Props {
  dropped: OwnStartDraft['dropped'];
  /** What another tab or device has saved meanwhile. */
  theirs: OwnStartDraft | null;
  onTake: () => void;
  onInsist: () => void;
}

/** What became of the draft while its author was away or elsewhere. */
export function DraftNotes({ dropped, theirs, onTake, onInsist }: Props) {
  const { t, pick } = useI18n();
  return (
    <>
      {dropped.length > 0 && (
        <ul className="note">
          {dropped.map(({ zh, en }) => (
            <li key={zh}>{pick(zh, en)}</li>
          ))}
        </ul>
      )}
      {theirs && (
        <div className="note draft-elsewhere" role="alert">
          <p>
            {theirs.savedAt === null
              ? t('start.elsewhereGone')
              : t('start.elsewhere', { at: formatInstant(theirs.savedAt) })}
          </p>
          <Button size="small" onClick={onTake}>
            {t('start.takeTheirs')}
          </Button>
          <Button size="small" onClick={onInsist}>
            {t('start.keepMine')}
          </Button>
        </div>
      )}
    </>
  );
}
