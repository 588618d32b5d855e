import { Suspense, useState } from 'react';
import { latePart, type Load } from './latePart';

/** A dialog or drawer of antd, fetched when it first opens, or sooner where it may come; see `soon`. */
export function lateDialog<Dialog>(load: Load<Dialog>): Dialog {
  const usePart = latePart<{ open?: boolean }>(load);
  function LateDialog(props: { open?: boolean }) {
    const { Part } = usePart();
    const [opened, setOpened] = useState(props.open === true);
    if (props.open && !opened) setOpened(true);
    if (!opened) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  }
  return LateDialog as Dialog;
}
