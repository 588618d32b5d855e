/** What is looked at of a key that was pressed. */
export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
}

const PRINTED = /^[\x21-\x7e]$/;

/**
 * A key by one name on every machine: `j`, `?`, `Enter`, `mod+k` (Ctrl, or Command on a Mac). Null for what no page may take.
 * With a Chinese keyboard on, a letter's key prints ㄨ where its place says J: then its place counts.
 */
export function nameOf(pressed: Pressed): string | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = pressed;
  if (isComposing || altKey || key === 'Process' || key === 'Dead') return null;
  const plain = PRINTED.test(key) ? key.toLowerCase() : (placed(code, shiftKey) ?? key);
  if (!ctrlKey && !metaKey) return plain;
  return ctrlKey !== metaKey && !shiftKey ? `mod+${plain}` : null;
}

function placed(code: string, shift: boolean): string | null {
  if (code === 'Slash') return shift ? '?' : '/';
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}

/** Where a key was pressed: in a text, on something that has keys of its own, or on the page. */
export interface Place {
  typing: boolean;
  /** A button, link, box or option: Enter and space are its own. */
  control: boolean;
  /** Something open above the page, which the page's keys must not reach through. */
  above: boolean;
}

/** Taken back in a text is what was typed there. */
const OF_TEXTS: ReadonlySet<string> = new Set(['mod+z']);

/** Whether a page may take the key there. With Ctrl or Command it may also while somebody types. */
export function mayTake(name: string, { typing, control, above }: Place): boolean {
  if (above) return false;
  if (name.startsWith('mod+')) return !(typing && OF_TEXTS.has(name));
  if (typing) return false;
  return !(control && (name === 'Enter' || name === ' '));
}
