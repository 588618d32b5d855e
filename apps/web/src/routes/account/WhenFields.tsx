import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { Field } from '../../components/Field';
import { useI18n } from '../../i18n';
import type { NotifyProps } from './notifyFields';

/** Reminders fall due at nine; a digest comes then or later. */
const HOURS = Array.from({ length: 14 }, (_, index) => `${String(index + 9).padStart(2, '0')}:00`);
const SINGLES = ['manual', 'escalation', 'follow-up', 'status', 'due', 'start', 'anchor'] as const;

function Tick(props: { checked: boolean; hint?: string; children: ReactNode; onChange: (on: boolean) => void }) {
  return (
    <div className="notify-tick">
      <Checkbox checked={props.checked} onChange={(event) => props.onChange(event.target.checked)}>
        {props.children}
      </Checkbox>
      {props.hint && <p className="field-hint">{props.hint}</p>}
    </div>
  );
}

function QuietHours({ fields, errors, set }: NotifyProps) {
  const { t } = useI18n();
  const times = [
    ['quietFrom', t('notify.quietFrom')],
    ['quietTo', t('notify.quietTo')],
  ] as const;
  return (
    <fieldset className="notify-group">
      <legend>{t('notify.quiet')}</legend>
      <p className="field-hint">{t('notify.quietHint')}</p>
      <div className="notify-pair">
        {times.map(([name, label]) => (
          <Field key={name} label={label} error={errors[`/${name}`]}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={fields[name] ?? ''}
                onChange={(event) => set({ [name]: event.target.value || null })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

function Singles({ fields, set }: NotifyProps) {
  const { t } = useI18n();
  const toggle = (kind: string, on: boolean) =>
    set({ singles: on ? [...fields.singles, kind] : fields.singles.filter((one) => one !== kind) });
  return (
    <fieldset className="notify-group">
      <legend>{t('notify.singles')}</legend>
      {SINGLES.map((kind) => (
        <Tick key={kind} checked={fields.singles.includes(kind)} onChange={(on) => toggle(kind, on)}>
          {t(`notify.single.${kind}`)}
        </Tick>
      ))}
    </fieldset>
  );
}

/** When messages come, and by which way. */
export function WhenFields(props: NotifyProps) {
  const { t } = useI18n();
  const { fields, errors, set } = props;
  const own = fields.digestAt !== null && !HOURS.includes(fields.digestAt) ? [fields.digestAt] : [];
  return (
    <>
      <Tick checked={fields.mail} hint={t('notify.mailHint')} onChange={(mail) => set({ mail })}>
        {t('notify.mail')}
      </Tick>
      <Field label={t('notify.digest')} hint={t('notify.digestHint')} error={errors['/digestAt']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={fields.digestAt ?? ''}
            options={['', ...own, ...HOURS].map((value) => ({ value, label: value || t('notify.digestWith') }))}
            onChange={(value) => set({ digestAt: value || null })}
          />
        )}
      </Field>
      <QuietHours {...props} />
      <Tick
        checked={fields.restOnDaysOff}
        hint={t('notify.restHint')}
        onChange={(restOnDaysOff) => set({ restOnDaysOff })}
      >
        {t('notify.rest')}
      </Tick>
      <Singles {...props} />
      <Field label={t('notify.cap')} hint={t('notify.capHint')} error={errors['/dailyCap']}>
        {(control) => (
          <Input
            {...control}
            className="notify-number"
            type="number"
            min={1}
            max={200}
            required
            value={fields.dailyCap || ''}
            onChange={(event) => set({ dailyCap: Number(event.target.value) })}
          />
        )}
      </Field>
    </>
  );
}
