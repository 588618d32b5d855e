import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useState } from 'react';
import type { CheckIn } from '../../api/types';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';
import type { Kept } from './desk.rules';
import { askedOf, saidOf, type WalkIn } from './walkIn.rules';

interface Props {
  checkIn: CheckIn;
  /** One that was refused, to be mended. */
  refused?: Kept;
  onWelcome: (walkIn: WalkIn) => void;
  onClose: () => void;
}

/** Somebody who had not registered: asked for what the list needs, and told what it is for. */
export function WalkInForm({ checkIn, refused, onWelcome, onClose }: Props) {
  const { t, pick } = useI18n();
  const { consent, fields } = checkIn;
  const [cells, setCells] = useState(() => saidOf(checkIn, refused?.entry.cells));
  const [told, setTold] = useState(consent !== null && refused?.entry.consentVersion === consent.version);
  const reason = refused?.answer?.reason;
  const asked = askedOf(checkIn);
  const name = (cells[fields.name ?? ''] ?? '').trim();
  const set = (key: string, value: string) => setCells((all) => ({ ...all, [key]: value }));
  const given = () => Object.fromEntries(Object.entries(cells).filter(([, value]) => value.trim() !== ''));
  return (
    <FormModal
      open
      title={t(refused ? 'checkIn.walkIn.mendTitle' : 'checkIn.walkIn.title')}
      confirm={t('checkIn.walkIn.confirm')}
      ready={(name !== '' || fields.name === undefined) && (consent === null || told)}
      busy={false}
      error={null}
      onSubmit={() => onWelcome({ name, cells: given(), consentVersion: consent?.version })}
      onClose={onClose}
    >
      {reason && <p className="desk-closed">{pick(reason.zh, reason.en)}</p>}
      {asked.map((column) => (
        <Field key={column.key} label={pick(column.name, column.nameEn)} optional={column.key !== fields.name}>
          {(control) =>
            column.type === 'choice' ? (
              <Select
                {...control}
                className="wide"
                value={cells[column.key]}
                options={column.choices.map((one) => ({ value: one.key, label: pick(one.name, one.nameEn) }))}
                onChange={(value: string) => set(column.key, value)}
              />
            ) : (
              <Input
                {...control}
                value={cells[column.key] ?? ''}
                inputMode={column.type === 'money' || column.type === 'number' ? 'decimal' : undefined}
                autoComplete="off"
                onChange={(event) => set(column.key, event.target.value)}
              />
            )
          }
        </Field>
      ))}
      {consent && (
        <div className="desk-consent">
          <p>{pick(consent.text, consent.textEn)}</p>
          <Checkbox checked={told} onChange={(event) => setTold(event.target.checked)}>
            {t('checkIn.walkIn.told')}
          </Checkbox>
        </div>
      )}
    </FormModal>
  );
}
