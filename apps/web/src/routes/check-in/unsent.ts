import { settled, waitingOf } from './desk.rules';
import { changeDesks, type SmallDesk, desksOf } from './deskStore';
import { sendEntries } from './deskRequests';

/**
 * Sends what this person's desks here still hold, and answers how much is left. A page that is at it meanwhile does no
 * harm: the server counts each entry once.
 */
export async function sendUnsent(personId: string): Promise<number> {
  if (navigator.onLine) for (const desk of await desksOf(personId)) await send(desk).catch(() => undefined);
  return (await desksOf(personId)).reduce((sum, desk) => sum + waitingOf(desk).length, 0);
}

async function send({ registerId, personId, ...given }: SmallDesk): Promise<void> {
  for (let left = waitingOf(given); left.length > 0 && given.desk;) {
    const answers = await sendEntries(registerId, given.desk.id, left);
    left = left.slice(answers.length);
    await changeDesks(personId, (desk) => (desk.registerId === registerId ? smallSettled(desk, answers) : desk));
  }
}

function smallSettled(desk: SmallDesk, answers: Parameters<typeof settled>[1]): SmallDesk {
  const { rows: _none, ...small } = settled({ ...desk, rows: [] }, answers);
  return small;
}

/** Its author agreed to lose what waits. `forGood`: nobody comes back for the rest of it either. */
export const forgetUnsent = (personId: string, forGood: boolean) =>
  changeDesks(personId, (desk) =>
    forGood ? null : { ...desk, kept: desk.kept.filter(({ answer }) => answer !== null) },
  );
