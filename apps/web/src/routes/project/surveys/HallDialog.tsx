import Button from 'antd/es/button';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Modal } from '../../../components/late';
import { api } from '../../../api/client';
import type { Survey } from '../../../api/types';
import { CopyLink } from '../../../components/CopyLink';
import { useI18n } from '../../../i18n';

/** Dark on white in every theme: a scanner needs it. */
function Poster({ survey, link }: { survey: Survey; link: string }) {
  const { t } = useI18n();
  return (
    <div className="survey-poster">
      <h1>{survey.title}</h1>
      {survey.titleEn && <p>{survey.titleEn}</p>}
      <QRCodeSVG value={link} level="M" marginSize={4} className="survey-qr" />
      <p>{t('survey.links.hallNote')}</p>
      <p>{t('survey.links.hallNoteEn')}</p>
    </div>
  );
}

/** The link of the hall as a QR code, to be shown or printed. */
export function HallDialog({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const [link, setLink] = useState<string | null>(null);
  const give = api.useMutation('post', '/api/surveys/{id}/hall-link', { onSuccess: (made) => setLink(made.link) });
  const ask = (replace: boolean) => give.mutate({ params: { path: { id: survey.id } }, body: { replace } });
  return (
    <div className="survey-actions">
      <Button loading={give.isPending} onClick={() => ask(false)}>
        {t('survey.links.hallShow')}
      </Button>
      {survey.links.hall && <Button onClick={() => ask(true)}>{t('survey.links.hallReplace')}</Button>}
      {link !== null && (
        <Modal
          open
          title={t('survey.links.hallTitle')}
          okText={t('survey.links.print')}
          cancelText={t('common.close')}
          onOk={() => window.print()}
          onCancel={() => setLink(null)}
          destroyOnHidden
        >
          <Poster survey={survey} link={link} />
          <CopyLink link={link} label={t('survey.links.hall')} />
          {createPortal(
            <div className="survey-print">
              <Poster survey={survey} link={link} />
            </div>,
            document.body,
          )}
        </Modal>
      )}
    </div>
  );
}
