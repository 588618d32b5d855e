import type { Page } from 'playwright-core';

/** Where the focus is, as somebody without a mouse and a screen reader would have it. */
interface Focus {
  /** The accessible name: label, aria-label or own text. */
  name: string;
  role: string;
  /** What is wrong with how it can be seen; empty where nothing is. */
  fault: string;
}

const LOOK = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { name: '', role: '', fault: 'nothing has the focus' };
  const text = (ids) => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const own = one.cloneNode(true).textContent ?? '';
  const label = one.labels?.[0]?.textContent ?? '';
  const name = (one.getAttribute('aria-label') || text(one.getAttribute('aria-labelledby')) || label || own).trim();
  const around = one.closest('.choice, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-checkbox-wrapper, .row-link, label') ?? one;
  const box = around.getBoundingClientRect();
  const drawn = [one, around, ...around.children].some((part) => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  });
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), Math.max(2, Math.min(box.top + box.height / 2, innerHeight - 2)));
  const covered = at && !around.contains(at) && !at.contains(around) ? at.className || at.tagName : '';
  const fault = !inside ? 'out of the window' : covered ? 'covered by ' + covered : drawn ? '' : 'not drawn';
  return { name, role: one.getAttribute('role') ?? one.tagName.toLowerCase(), fault };
})()`;

/** A person who uses the keyboard alone; remembers every stop at which the focus could not be seen. */
export class Keyboard {
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  async focus(): Promise<Focus> {
    return this.page.evaluate<Focus>(LOOK);
  }

  /** Presses Tab (or Shift+Tab) until something of this name has the focus. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      await this.page.keyboard.press(key);
      const focus = await this.focus();
      // After the last stop the browser's own window is next.
      if (focus.fault && focus.name !== '')
        this.faults.push(`${focus.role} ${focus.name.slice(0, 40)}: ${focus.fault}`);
      if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
    }
    throw new Error(`${key} never reaches ${String(name)}`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types over whatever the field holds. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text, { delay: 15 });
  }
}
