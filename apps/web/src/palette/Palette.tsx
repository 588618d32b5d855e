import Modal from 'antd/es/modal';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n';
import type { PaletteEntry } from './entry';
import { ranked } from './rank';
import { wentTo } from './recent';
import { useEntries } from './useEntries';
import '../styles/palette.css';

interface ListProps {
  id: string;
  shown: readonly PaletteEntry[];
  active: number;
  onActive: (at: number) => void;
  onChoose: (entry: PaletteEntry) => void;
}

function Options({ id, shown, active, onActive, onChoose }: ListProps) {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, shown]);
  const sections = [...new Set(shown.map(({ section }) => section))];
  return (
    <div className="palette-list" role="listbox" id={id} aria-label={t('palette.title')} ref={list}>
      {sections.map((section) => (
        <div key={section} role="group" aria-label={t(`palette.${section}`)}>
          <p className="palette-section" aria-hidden>
            {t(`palette.${section}`)}
          </p>
          {shown.map((entry, at) =>
            entry.section === section ? (
              // Keys are the box's, which keeps the focus.
              <div
                key={entry.id}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                className="palette-option"
                onMouseMove={() => onActive(at)}
                onClick={() => onChoose(entry)}
              >
                <span>{entry.label}</span>
                {entry.detail && <small>{entry.detail}</small>}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** What was typed, what it finds, and which of that Enter would take. */
function usePalette(onClose: () => void) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { entries, busy } = useEntries(typed);
  const shown = useMemo(() => inSections(ranked(entries, typed)), [entries, typed]);
  const active = Math.min(at, shown.length - 1);
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run?.();
    if (entry.href === undefined) return;
    if (entry.section !== 'actions') wentTo({ ...entry, href: entry.href });
    router.history.push(entry.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a character is being put together its keys are the input method's.
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) choose(shown[active]);
    else if (shown.length > 0) setAt((active + step + shown.length) % shown.length);
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  return { typed, type, shown, active, setAt, busy, choose, onKeyDown };
}

/** Goes to whatever is named and does what is asked for: a box with a list under it (combobox pattern). */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const id = useId();
  const { typed, type, shown, active, setAt, busy, choose, onKeyDown } = usePalette(onClose);
  const some = shown.length > 0;
  const state = some ? t('palette.count', { count: shown.length }) : t(busy ? 'palette.searching' : 'palette.none');
  return (
    <Modal open title={t('palette.title')} footer={null} onCancel={onClose} width={620} className="palette">
      <input
        autoFocus
        className="palette-box"
        role="combobox"
        aria-expanded={some}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={some ? `${id}-${active}` : undefined}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.target.value)}
      />
      <Options {...{ id, shown, active }} onActive={setAt} onChoose={choose} />
      <p className={some ? 'visually-hidden' : 'palette-none muted'} role="status">
        {state}
      </p>
      <p className="palette-hint muted" aria-hidden>
        {t('palette.hint')}
      </p>
    </Modal>
  );
}

/** Section after section, in the order in which they first occur. */
function inSections(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const order = [...new Set(entries.map(({ section }) => section))];
  return order.flatMap((section) => entries.filter((entry) => entry.section === section));
}
