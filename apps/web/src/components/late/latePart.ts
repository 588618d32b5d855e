import { type ComponentType, lazy, useState } from 'react';
import { soon } from './soon';

export type Load = () => Promise<{ default: unknown }>;

/**
 * A part that is fetched when `may` says so, and early once `soon` does. Answers a hook: the part itself where it is
 * here, so that it is drawn at once, else one that suspends; the same as long as its owner stands, because another
 * would sweep away what is being typed.
 */
export function latePart<Props>(load: Load, may: Promise<void> = Promise.resolve()) {
  let loaded: ComponentType<Props> | null = null;
  const fetched = async () => ({ default: (loaded = (await load()).default as ComponentType<Props>) });
  const Lazy = lazy(() => may.then(fetched)) as unknown as ComponentType<Props>;
  void soon.then(fetched).catch(() => undefined);
  return () => useState(() => ({ Part: loaded ?? Lazy }))[0];
}
