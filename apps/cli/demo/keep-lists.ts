import type { Day } from '@convener/kernel';
import { RegisterRowsService, RegistersService } from '@convener/registers';
import { REGISTRATIONS } from './lists/guests';
import { cellsOf } from './lists/list';
import { LOGISTICS } from './lists/logistics';
import { MONEY } from './lists/money';
import { PEOPLE } from './lists/people';
import type { Office } from './office';

/** The lists that are kept in Convener, as they are typed in over the last weeks. */
export async function keepLists(office: Office, days: { today: Day; opening: Day }): Promise<void> {
  const { app, cast, projectId } = office;
  for (const list of [...MONEY, REGISTRATIONS, ...PEOPLE, ...LOGISTICS]) {
    const { teamKey, ...about } = list.about;
    const teamId = teamKey === undefined ? null : office.teamNamed(teamKey);
    const { id } = await app.get(RegistersService).add(cast.manager, projectId, { ...about, teamId });
    for (const cells of cellsOf(list, days)) await app.get(RegisterRowsService).add(cast.manager, id, { cells });
  }
}
