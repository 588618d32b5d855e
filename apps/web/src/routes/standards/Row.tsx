import type { ReactNode } from 'react';
import { anchorOf } from './anchors';
import { Errata } from './Errata';
import { PlaceCode } from './PlaceCode';
import { errataAt, useReading } from './reading';

interface Props {
  place: string;
  code: string | null;
  children: ReactNode;
  /** What stands under the text. */
  below?: ReactNode;
}

/** One printed row: its code, which is its address, its words, and beside them what is odd about them. */
export function Row({ place, code, children, below }: Props) {
  const { standard, here } = useReading();
  const anchor = anchorOf(place);
  const linked = here === null ? {} : { id: anchor, tabIndex: -1 };
  return (
    <li {...linked} className={here === anchor ? 'row row-found' : 'row'}>
      <p>
        <PlaceCode place={place} code={code} />
        <span>{children}</span>
      </p>
      {below}
      <Errata of={errataAt(standard, place)} words={typeof children === 'string' ? children : undefined} />
    </li>
  );
}
