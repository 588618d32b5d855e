import { type ComponentType, lazy, useState } from 'react';
import { soon } from './soon';

export type Load<Part> = () => Promise<{ default: Part }>;

const TRIES = 6;
const PAUSE_MS = 5_000;

/** A hall's network comes and goes: what nobody has asked for must not take the page with it when it can't be fetched. */
export async function patiently<T>(load: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return patiently(load, tries - 1);
  }
}

/**
 * A part that is fetched when `may` says so, and early once `soon` does. Answers a hook: the part itself where it is
 * here, so that it is drawn at once, else one that suspends; the same as long as its owner stands, because another
 * would sweep away what is being typed.
 */
export function latePart<Props>(load: Load<unknown>, may: Promise<void> = Promise.resolve()) {
  let loaded: ComponentType<Props> | null = null;
  const fetched = async () => ({ default: (loaded = (await load()).default as ComponentType<Props>) });
  const Lazy = lazy(() => may.then(() => patiently(fetched))) as unknown as ComponentType<Props>;
  void soon.then(fetched).catch(() => undefined);
  return () => useState(() => ({ Part: loaded ?? Lazy }))[0];
}
