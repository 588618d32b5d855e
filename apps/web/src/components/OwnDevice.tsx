import { useId } from 'react';
import { useI18n } from '../i18n';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Asks whoever signs in whether the device is theirs alone. */
export function OwnDevice({ checked, onChange }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div className="own-device">
      <label className="plain-check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t('ownDevice.label')}
      </label>
      <p id={id} className="field-hint">
        {t('ownDevice.hint')}
      </p>
    </div>
  );
}
