import { startTransition, useOptimistic } from 'react';

interface Props {
  ticked: boolean;
  disabled: boolean;
  onTick: (on: boolean) => Promise<unknown>;
}

/** Where no frame is drawn, as on a page in the background, the work goes on all the same. */
const NO_FRAME_MS = 100;
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME_MS);
  });

/** The box of a check. Its tick is painted first and only then taken down: on a slow phone all that follows takes longer. */
export function TickAtOnce({ ticked, disabled, onTick }: Props) {
  const [shown, show] = useOptimistic(ticked);
  const change = (on: boolean) =>
    startTransition(async () => {
      show(on);
      await painted();
      await onTick(on);
    });
  return (
    <input type="checkbox" checked={shown} disabled={disabled} onChange={(event) => change(event.target.checked)} />
  );
}
