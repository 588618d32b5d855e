import { Suspense, useState } from 'react';
import { latePart, type Load } from './latePart';
import { type Shown, StandIn } from './StandIn';
import { soon } from './soon';

/**
 * A field of antd that is fetched when it may come; see `soon`. Whoever was in its stand-in is then in the field, and a
 * list that was pressed on opens (`opens`).
 */
export function lateField<Field>(load: Load<Field>, { opens = false } = {}): Field {
  const usePart = latePart<Shown>(load, soon);
  function LateField(props: Shown) {
    const { Part } = usePart();
    const [focused, setFocused] = useState(false);
    const [pressed, setPressed] = useState(false);
    const standIn = (
      <StandIn
        shown={props}
        list={opens}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onPointerDown={() => setPressed(true)}
      />
    );
    return (
      <Suspense fallback={standIn}>
        <Part {...props} {...(focused && { autoFocus: true })} {...(opens && pressed && { defaultOpen: true })} />
      </Suspense>
    );
  }
  return LateField as Field;
}
