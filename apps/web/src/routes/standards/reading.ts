import { createContext, useContext } from 'react';
import type { Standard, StandardUse } from '../../api/types';

export type Erratum = Standard['errata'][number];
export type TaskUse = StandardUse['tasks'][number];

/** What a page that shows a standard knows beside its text. */
export interface Reading {
  standard: Standard;
  /** The row that the address names; null where the text stands beside something else and its rows have no addresses. */
  here: string | null;
  /** Undefined until it is there. */
  use?: StandardUse;
}

const Context = createContext<Reading | null>(null);
export const ReadingProvider = Context.Provider;

export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error('no standard is being read');
  return reading;
}

/** The parts of the document whose errata stand at its head. */
export const HEAD_PARTS = ['header', 'duties', 'outputs', 'indicators'] as const;

export const errataAt = ({ errata }: Standard, ...places: readonly string[]): Erratum[] =>
  errata.filter(({ touches }) => touches.some((place) => places.includes(place)));
