import { cell } from '../app/cell';
import { mayTake, nameOf } from './keys.rules';

export interface Key {
  /** As `nameOf` says it. */
  key: string;
  /** What it does, in the reader's language. */
  label: string;
  /** `shift`: whether it was held, which no letter is told by. */
  run: (shift: boolean) => void;
}

/** The keys of one part of a page, under its name. */
export interface KeyGroup {
  title: string;
  keys: readonly Key[];
}

const STORED = 'convener.keys';
const groups = new Set<() => KeyGroup>();
const on = cell(localStorage.getItem(STORED) !== 'off');

/** What can be pressed now: of two parts that want the same key the one that came later has it. */
export function groupsNow(): KeyGroup[] {
  return [...groups].map((group) => group());
}

/** Single keys can be switched off on this device, for people who speak to their computer (WCAG 2.1.4). */
export const singleKeys = {
  subscribe: on.subscribe,
  snapshot: on.snapshot,
  set: (value: boolean) => {
    if (value) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    on.set(value);
  },
};

function placeOf(target: EventTarget | null) {
  const element = target instanceof Element ? target : document.body;
  return {
    typing:
      element.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]') !== null,
    control: element.closest('a, button, input, summary, [role=button], [role=option], [role=tab]') !== null,
    above: element.closest('[role=dialog], [role=menu], [role=listbox]') !== null,
  };
}

function take(event: KeyboardEvent) {
  if (event.defaultPrevented) return;
  const name = nameOf(event);
  if (name === null || !mayTake(name, placeOf(event.target))) return;
  if (!on.snapshot() && !name.startsWith('mod+')) return;
  const key = groupsNow()
    .reverse()
    .flatMap((group) => group.keys)
    .find((one) => one.key === name);
  if (!key) return;
  event.preventDefault();
  key.run(event.shiftKey);
}

/** Lends a part of the page its keys until the answer is called. */
export function bind(group: () => KeyGroup): () => void {
  if (groups.size === 0) window.addEventListener('keydown', take);
  groups.add(group);
  return () => {
    groups.delete(group);
    if (groups.size === 0) window.removeEventListener('keydown', take);
  };
}
