import Button from 'antd/es/button';
import { Drawer } from '../../../components/late';
import { useIsPhone } from '../../../app/useIsPhone';
import { useI18n } from '../../../i18n';
import { isPicture, type LookedAt, shownAt } from './file-lists';

/** A picture or a PDF to look at; where the browser shows no PDF in a page, a link to open it. */
export function FilePreview({ file, href, onClose }: LookedAt & { onClose: () => void }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const inPage = !isPhone && navigator.pdfViewerEnabled;
  return (
    <Drawer open title={file.name} size={isPhone ? '100%' : 860} onClose={onClose} className="file-preview">
      {isPicture({ file }) ? (
        <img src={shownAt(href)} alt={file.name} width={file.width ?? undefined} height={file.height ?? undefined} />
      ) : inPage ? (
        <iframe src={shownAt(href)} title={file.name} />
      ) : (
        <Button href={shownAt(href)} target="_blank" rel="noopener">
          {t('files.openPdf')}
        </Button>
      )}
      <Button type="link" href={href} download>
        {t('files.download')}
      </Button>
    </Drawer>
  );
}
