import { mayTake, nameOf, type Pressed } from './keys.rules';

const pressed = (part: Partial<Pressed>): Pressed => ({
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});

describe('keys have one name on every machine', () => {
  it.each<[string, Partial<Pressed>, string | null]>([
    ['a letter', {}, 'j'],
    ['a letter under caps lock', { key: 'J' }, 'j'],
    ['a letter where a Chinese keyboard is on', { key: 'ㄨ' }, 'j'],
    ['the question mark', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['the question mark under a Chinese keyboard', { key: '？', code: 'Slash', shiftKey: true }, '?'],
    ['Ctrl', { key: 'k', code: 'KeyK', ctrlKey: true }, 'mod+k'],
    ['Command', { key: 'k', code: 'KeyK', metaKey: true }, 'mod+k'],
    ['an arrow', { key: 'ArrowDown', code: 'ArrowDown' }, 'ArrowDown'],
    ['a character that is being put together', { isComposing: true }, null],
    ['a character that the input method has taken', { key: 'Process' }, null],
    ['Alt, which types characters on a Mac', { altKey: true }, null],
    ['Ctrl and Shift, which belong to the browser', { ctrlKey: true, shiftKey: true }, null],
  ])('%s', (_what, part, name) => {
    expect(nameOf(pressed(part))).toBe(name);
  });
});

describe('a page takes a key', () => {
  const page = { typing: false, control: false, above: false };

  it('where nobody types', () => {
    expect(mayTake('j', page)).toBe(true);
    expect(mayTake('j', { ...page, typing: true })).toBe(false);
  });

  it('with Ctrl also while somebody types', () => {
    expect(mayTake('mod+k', { ...page, typing: true })).toBe(true);
  });

  it('but not the one that takes back what was typed', () => {
    expect(mayTake('mod+z', page)).toBe(true);
    expect(mayTake('mod+z', { ...page, typing: true })).toBe(false);
  });

  it('but not Enter from a button, which presses itself', () => {
    expect(mayTake('Enter', { ...page, control: true })).toBe(false);
    expect(mayTake('j', { ...page, control: true })).toBe(true);
  });

  it('and never through a dialog that is open', () => {
    expect(mayTake('j', { ...page, above: true })).toBe(false);
    expect(mayTake('mod+k', { ...page, above: true })).toBe(false);
  });
});
