import { useEffect, useState } from 'react';

/** The instant (epoch ms), second by second, on the second; or in longer steps. */
export function useNow(step = 1000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    let timer: number;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, step - (Date.now() % step));
    };
    timer = window.setTimeout(tick, step - (Date.now() % step));
    return () => window.clearTimeout(timer);
  }, [step]);
  return now;
}
