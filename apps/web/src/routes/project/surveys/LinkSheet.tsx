import { QRCodeSVG } from 'qrcode.react';
import { memo, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Modal } from '../../../components/late';
import type { HandedSurveyLink } from '../../../api/types';
import { useI18n } from '../../../i18n';

interface Props {
  title: string;
  links: readonly HandedSurveyLink[];
  onClose: () => void;
}

/** So many codes stand on the screen; paper gets all of them. */
const SHOWN = 12;
/** So many codes are drawn before the page may answer to anything else: thousands at once would freeze it. */
const SLICE = 20;

const Card = memo(function Card({ title, link: { number, name, link } }: { title: string; link: HandedSurveyLink }) {
  return (
    <li>
      <QRCodeSVG value={link} level="M" marginSize={2} className="survey-card-qr" />
      <span>{name ?? title}</span>
      <small>#{number}</small>
    </li>
  );
});

function Cards({ title, links }: Omit<Props, 'onClose'>) {
  return (
    <ul className="survey-cards">
      {links.map((link) => (
        <Card key={link.number} title={title} link={link} />
      ))}
    </ul>
  );
}

/** How many of so many are drawn by now. */
function useDrawn(count: number): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => setDrawn(Math.min(drawn + SLICE, count)));
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return drawn;
}

/** Personal links as QR codes, to be printed and cut. */
export function LinkSheet({ title, links, onClose }: Props) {
  const { t } = useI18n();
  const count = links.length;
  const drawn = useDrawn(count);
  const isWhole = drawn === count;
  return (
    <Modal
      open
      title={t('survey.links.qrTitle')}
      okText={isWhole ? t('survey.links.print') : t('survey.links.drawing', { drawn, count })}
      okButtonProps={{ disabled: !isWhole }}
      cancelText={t('common.close')}
      onOk={() => window.print()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="field-hint">{t('survey.links.exportHint')}</p>
      <Cards title={title} links={links.slice(0, SHOWN)} />
      {count > SHOWN && <p className="muted">{t('survey.links.made', { count })}</p>}
      {createPortal(
        // A part of the sheet never goes to paper, by whatever key it is printed.
        <div className={isWhole ? 'survey-print' : undefined} hidden={!isWhole}>
          <Cards title={title} links={links.slice(0, drawn)} />
        </div>,
        document.body,
      )}
    </Modal>
  );
}
