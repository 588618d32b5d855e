import { addDays, type Day, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { ProjectStartService } from '@convener/project-start';
import { ProjectsQueries, StaffingService } from '@convener/projects';
import { OfficeCalendars, type WorkingCalendar } from '@convener/schedule';
import type { INestApplicationContext } from '@nestjs/common';
import type { Cast } from './cast';
import { conference, midway, openingDay, type Told, ZONE } from './conference';
import { handOut, workThrough } from './daily-work';
import { addEnding } from './ending';
import { keepLists } from './keep-lists';
import { Office } from './office';
import { writeRunSheet } from './run-sheet';
import type { StoryClock } from './story-clock';
import { askGuests, beforehand } from './survey';
import { Timeline } from './timeline';
import { CLIENT_CONTRACT } from './words';
import { addTurns, heldUp, pendingOf, readInboxes } from './turns';

/** When the run sheet was written, and the lists were brought up to date. */
const DRAFTED_DAYS_AGO = 4;

/**
 * Starts the example conference at the clock's instant and lives through it up to `present`: seven weeks before it opens, or
 * once it is closed. Answers the project's id.
 */
export async function tell(
  app: INestApplicationContext,
  clock: StoryClock,
  cast: Cast,
  present: number,
  told: Told = 'running',
): Promise<string> {
  const from = dayAt(clock.now(), ZONE);
  const opening = openingDay(dayAt(present, ZONE), told);
  const today = told === 'running' ? dayAt(present, ZONE) : midway(opening);
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
  timeline.at(from, '16:00', () => office.enterWhatWasBefore(CLIENT_CONTRACT));
  handOut(setting, items);
  workThrough(setting, items);
  addTurns(office, timeline, setting);
  timeline.at(addDays(today, -DRAFTED_DAYS_AGO), '15:00', () => writeRunSheet(office, opening));
  timeline.at(addDays(today, -DRAFTED_DAYS_AGO), '16:30', () => keepLists(office, setting));
  readInboxes(office, timeline, { from: firstFriday(from, calendar), today });
  if (told === 'closed') addEnding(office, timeline, opening);
  await timeline.run();
  if (told === 'running') await askGuests(app, cast, id, beforehand(opening));
  return id;
}

function firstFriday(from: Day, calendar: WorkingCalendar): Day {
  return calendar.addWorkingDays(from, 4);
}
