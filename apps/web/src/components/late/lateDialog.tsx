import { Suspense, useState } from 'react';
import { latePart, type Load } from './latePart';

/** A dialog or drawer of antd, fetched when it first opens, or sooner where it may come; see `soon`. */
export function lateDialog<Props extends { open?: boolean }>(load: Load) {
  const usePart = latePart<Props>(load);
  return function LateDialog(props: Props) {
    const { Part } = usePart();
    const [opened, setOpened] = useState(props.open === true);
    if (props.open && !opened) setOpened(true);
    if (!opened) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
