import Modal from 'antd/es/modal';
import Switch from 'antd/es/switch';
import { useId, useState, useSyncExternalStore } from 'react';
import { useI18n } from '../i18n';
import { groupsNow, type KeyGroup, singleKeys } from './bindings';
import '../styles/keys.css';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const SHOWN: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space', mod: MAC ? '⌘' : 'Ctrl' };

function KeyCap({ name }: { name: string }) {
  return name.split('+').map((part) => <kbd key={part}>{SHOWN[part] ?? part}</kbd>);
}

function Group({ title, keys }: KeyGroup) {
  return (
    <section className="keys-group">
      <h3>{title}</h3>
      <dl>
        {keys.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <KeyCap name={key} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of the page that is open, and the switch that silences them on this device. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const [groups] = useState(() => groupsNow().filter(({ keys }) => keys.length > 0));
  const on = useSyncExternalStore(singleKeys.subscribe, singleKeys.snapshot);
  const id = useId();
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={onClose}>
      {groups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
      <p className="keys-switch">
        <Switch aria-labelledby={id} checked={on} onChange={singleKeys.set} />
        <span id={id}>{t('keys.single')}</span>
      </p>
    </Modal>
  );
}
