import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { QRCodeSVG } from 'qrcode.react';
import { createPortal } from 'react-dom';
import type { Project } from '../../../../api/types';
import { CopyLink } from '../../../../components/CopyLink';
import { useI18n } from '../../../../i18n';
import { useUntil } from '../../../join/useUntil';
import type { ShownCode } from './MakeCode';

interface Props {
  code: ShownCode;
  project: Project;
  until: number;
  onClose: () => void;
}

/** A sheet for the wall; it is there only on paper. */
function Poster({ code, project, until }: Omit<Props, 'onClose'>) {
  const { t, pick } = useI18n();
  const lastDay = useUntil();
  return createPortal(
    <section className="join-sheet" aria-hidden>
      <p className="join-sheet-project">{project.name}</p>
      <h1>{t('temporary.poster.title', { team: pick(code.team.name, code.team.nameEn) })}</h1>
      <QRCodeSVG value={code.link} level="M" marginSize={4} className="join-qr" />
      <ol>
        <li>{t('temporary.poster.step1')}</li>
        <li>{t('temporary.poster.step2')}</li>
        <li>{t('temporary.poster.step3')}</li>
      </ol>
      <p>{t('temporary.poster.until', { until: lastDay({ until, zone: project.zone }) })}</p>
    </section>,
    document.body,
  );
}

/** The code, large enough to be scanned off a phone that is held up. */
export default function CodeDialog({ code, project, until, onClose }: Props) {
  const { t, pick } = useI18n();
  const team = pick(code.team.name, code.team.nameEn);
  return (
    <Modal
      open
      title={t('temporary.showTitle')}
      onCancel={onClose}
      className="join-dialog"
      footer={<Button onClick={() => window.print()}>{t('temporary.print')}</Button>}
    >
      <p className="join-dialog-team">
        <strong>{team}</strong>
        <span className="muted">{project.name}</span>
      </p>
      <QRCodeSVG
        value={code.link}
        level="M"
        marginSize={4}
        className="join-qr"
        role="img"
        aria-label={t('temporary.qr', { team })}
      />
      <CopyLink link={code.link} label={t('temporary.link')} />
      <p className="field-hint">{t('temporary.once')}</p>
      <Poster code={code} project={project} until={until} />
    </Modal>
  );
}
