import Button from 'antd/es/button';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n';
import { makeDecoder } from './decoder';

/** How often (ms) a picture is looked at, and for how long the same code is passed over after it was read. */
const LOOK_MS = 120;
const SAME_MS = 2500;

/** The camera, which goes on reading codes until it is closed. */
export default function Scanner({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const { t } = useI18n();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [failed, setFailed] = useState(false);
  useEffect(() => void (told.current = onCode), [onCode]);
  useEffect(() => {
    let over = false;
    let stream: MediaStream | undefined;
    let last = { text: '', at: 0 };
    const decode = makeDecoder();
    const look = async () => {
      if (over || !video.current) return;
      const text = await decode(video.current).catch(() => null);
      if (text !== null && !over && (text !== last.text || Date.now() - last.at > SAME_MS)) {
        told.current(text);
        last = { text, at: Date.now() };
      }
      setTimeout(() => void look(), LOOK_MS);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (over || !video.current) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      void look();
    };
    begin().catch(() => setFailed(true));
    return () => {
      over = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <section className="desk-scanner" aria-label={t('checkIn.scan.title')}>
      {failed ? (
        <p role="alert">{t('checkIn.scan.failed')}</p>
      ) : (
        <video ref={video} muted playsInline aria-label={t('checkIn.scan.picture')} />
      )}
      <Button size="large" onClick={onClose}>
        {t('checkIn.scan.close')}
      </Button>
    </section>
  );
}
