import Button from 'antd/es/button';
import { useState } from 'react';
import { useI18n } from '../i18n';

/** A link to hand on. Where the browser refuses the clipboard, the text is there to be selected. */
export function CopyLink({ link, label }: { link: string; label: string }) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="copy-link">
      <input
        className="plain-field"
        readOnly
        value={link}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={copy} aria-live="polite">
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
    </div>
  );
}
