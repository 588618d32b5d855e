import { type Day, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { ProjectsQueries, ProjectStartService, StaffingService } from '@convener/projects';
import { OfficeCalendars, type WorkingCalendar } from '@convener/schedule';
import type { INestApplicationContext } from '@nestjs/common';
import type { Cast } from './cast';
import { conference, openingDay, ZONE } from './conference';
import { handOut, workThrough } from './daily-work';
import { Office } from './office';
import type { StoryClock } from './story-clock';
import { Timeline } from './timeline';
import { addTurns, heldUp, pendingOf, readInboxes } from './turns';

/** Starts the example conference at the clock's instant and lives through it up to `present`. Answers the project's id. */
export async function tell(
  app: INestApplicationContext,
  clock: StoryClock,
  cast: Cast,
  present: number,
): Promise<string> {
  const today = dayAt(present, ZONE);
  const from = dayAt(clock.now(), ZONE);
  const opening = openingDay(today);
  const { id } = await app.get(ProjectStartService).start(cast.manager, conference(opening, cast));
  await app.get(StaffingService).setMember(cast.manager, id, cast.client.personId, 'viewer', []);
  const { teams } = await app.get(ProjectsQueries).one(cast.manager, id);
  const office = new Office(app, id, cast, new Map(teams.map((team) => [team.id, team.key])));
  const timeline = new Timeline(office, clock, present);
  const items = await office.items();
  const calendar = await app.get(Database).read((em) => app.get(OfficeCalendars).current(em));
  const held = heldUp(items, today);
  const pending = pendingOf(items, held);
  const setting = { office, timeline, calendar, from, today, opening, held, pending };
  handOut(setting, items);
  workThrough(setting, items);
  addTurns(office, timeline, setting);
  readInboxes(office, timeline, { from: firstFriday(from, calendar), today });
  await timeline.run();
  return id;
}

function firstFriday(from: Day, calendar: WorkingCalendar): Day {
  return calendar.addWorkingDays(from, 4);
}
