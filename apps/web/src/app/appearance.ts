/** Light or dark: what was chosen on this device, else what the device itself prefers. */
export type Theme = 'light' | 'dark';
export type Appearance = 'system' | Theme;

const STORED = 'convener.theme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function appearance(): Appearance {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Shows the app in it and remembers it on this device. */
export function chooseAppearance(next: Appearance) {
  if (next === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, next);
  changed();
}

/** Puts the theme on the page, for the style sheets, and its paper on the browser's own bars. */
export function showTheme() {
  const own = appearance();
  const root = document.documentElement;
  root.dataset.theme = own === 'system' ? (prefersDark.matches ? 'dark' : 'light') : own;
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  // Before the style sheets are there, the page's own meta elements know what the device prefers.
  if (paper) document.querySelectorAll('meta[name=theme-color]').forEach((bar) => bar.setAttribute('content', paper));
}

export function themeOnScreen(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

/** Follows the device and the other tabs for as long as the page is open. */
export function startAppearance() {
  showTheme();
  prefersDark.addEventListener('change', changed);
  window.addEventListener('storage', ({ key }) => key === STORED && changed());
}

/** Tells of each change, until the answer is called. */
export function onAppearance(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function changed() {
  showTheme();
  listeners.forEach((listener) => listener());
}
