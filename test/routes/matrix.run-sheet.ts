import { ok } from '../support/client';
import { inProject, on, plain, type Use } from './matrix.asks';
import type { Place } from './matrix.world';

const A_CUE = { day: '2028-06-12', minute: 570, minutes: 30, place: '主會場', title: '開幕致詞' };
/** A cue of the run sheet, added by the project's manager. */
async function aCue({ id, manager }: Place, more: object = {}): Promise<string> {
  const body = { cues: [{ ...A_CUE, ...more }] };
  const path = `/api/projects/${id}/run-sheet/cues`;
  return ok(await manager.client.post<{ items: [{ id: string }] }>(path, body)).body.items[0].id;
}
const onCue = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on(await aCue(place), body),
});
/** A delay of ten minutes, on a day of its own: of each day only the last can be taken back. */
const onDelay: Pick<Use, 'ask'> = {
  ask: async (place) => {
    const cue = await aCue(place);
    type Sheet = { delays: { id: string; day: string }[] };
    const { delays } = ok(
      await place.manager.client.post<Sheet>(`/api/run-sheet-cues/${cue}/delay`, { minutes: 10 }),
    ).body;
    return on(delays.find(({ day }) => day === A_CUE.day)!.id);
  },
};

/** The run sheet: its cues, and the delays that move them. */
export const RUN_SHEET: Record<string, Use[]> = {
  'GET /api/me/run-sheets': [plain],
  'GET /api/projects/:id/run-sheet': [inProject()],
  'GET /api/projects/:id/run-sheet/files': [inProject()],
  'POST /api/projects/:id/run-sheet/cues': [inProject({ cues: [A_CUE] })],
  'POST /api/projects/:id/run-sheet/copy-day': [
    {
      ask: async (place) => {
        await aCue(place);
        return on(place.id, { fromDay: A_CUE.day, toDay: '2028-06-13' });
      },
    },
  ],
  'GET /api/run-sheet-cues/:id': [onCue()],
  'PATCH /api/run-sheet-cues/:id': [onCue({ minute: 600 })],
  'DELETE /api/run-sheet-cues/:id': [onCue()],
  'POST /api/run-sheet-cues/:id/state': [onCue({ state: 'running' })],
  'POST /api/run-sheet-cues/:id/delay/preview': [onCue({ minutes: 10 })],
  'POST /api/run-sheet-cues/:id/delay': [onCue({ minutes: 10 })],
  'POST /api/run-sheet-delays/:id/undo': [onDelay],
};
