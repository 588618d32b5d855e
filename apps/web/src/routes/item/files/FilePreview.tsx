import Button from 'antd/es/button';
import { Drawer } from '../../../components/late';
import { useIsPhone } from '../../../app/useIsPhone';
import { useI18n } from '../../../i18n';
import { downloadOf, type EvidenceFile, isPicture, previewOf } from './file-lists';

/** A picture or a PDF to look at; where the browser shows no PDF in a page, a link to open it. */
export function FilePreview({ evidence, onClose }: { evidence: EvidenceFile; onClose: () => void }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const { file } = evidence;
  const inPage = !isPhone && navigator.pdfViewerEnabled;
  return (
    <Drawer open title={file.name} size={isPhone ? '100%' : 860} onClose={onClose} className="file-preview">
      {isPicture(evidence) ? (
        <img
          src={previewOf(evidence)}
          alt={file.name}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
        />
      ) : inPage ? (
        <iframe src={previewOf(evidence)} title={file.name} />
      ) : (
        <Button href={previewOf(evidence)} target="_blank" rel="noopener">
          {t('files.openPdf')}
        </Button>
      )}
      <Button type="link" href={downloadOf(evidence)} download>
        {t('files.download')}
      </Button>
    </Drawer>
  );
}
