import { newItem, type MatrixWorld } from './matrix.world';
import type { Ask } from './matrix.asks';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same request many times, each time with one of its ids replaced by a row of the same kind in the other project. */
export async function withForeignIds(world: MatrixWorld, ask: Ask): Promise<{ pointer: string; mixed: Ask }[]> {
  const other = world.places['other project'];
  const project = world.places['own sub-team'];
  const requests: { pointer: string; mixed: Ask }[] = [];
  for (const [pointer, id] of idsIn(ask.body, '')) {
    if (id === project.id) continue;
    const foreign = await counterpart(id);
    requests.push({
      pointer,
      mixed: { ...ask, body: JSON.parse(JSON.stringify(ask.body).replace(id, foreign)) as object },
    });
  }
  return requests;

  async function counterpart(id: string): Promise<string> {
    if (id === project.team || id === project.teamBeside) return other.team;
    if (id === project.worker.id) return other.worker.id;
    // What else stands in a body is a work item.
    return (await newItem(other)).id;
  }
}

function idsIn(value: unknown, pointer: string): [pointer: string, id: string][] {
  if (typeof value === 'string') return ID.test(value) ? [[pointer, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => idsIn(entry, `${pointer}/${key}`));
}
