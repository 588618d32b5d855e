import { formatDay, sameYear } from '../format/dates';

/** From one day to another; a line may break between the two, never inside one. */
export function DaySpan({ from, to }: { from: string | null; to: string | null }) {
  if (!from || !to || from === to) return <span className="day">{formatDay(to ?? from ?? '')}</span>;
  return (
    <>
      <span className="day">{formatDay(from)}</span> – <span className="day">{formatDay(to, sameYear(from, to))}</span>
    </>
  );
}
