import { useIsPhone } from '../../../app/useIsPhone';
import { useI18n } from '../../../i18n';
import { PickFiles } from './PickFiles';
import type { Uploads } from './useUploads';

/** The ways to add a file: choose, take a photo on a phone; on a desk also drop and paste. */
export function AddFiles({ uploads }: { uploads: Uploads }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const pick = (files: File[]) => void uploads.add(files);
  return (
    <>
      <PickFiles type="default" multiple onPick={pick}>
        {t('files.add')}
      </PickFiles>
      {isPhone && (
        <PickFiles type="default" camera onPick={pick}>
          {t('files.camera')}
        </PickFiles>
      )}
    </>
  );
}
