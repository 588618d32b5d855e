import { addDays, type Day, instantAt } from '@convener/kernel';
import { ClosingQueries, ClosingService } from '@convener/closing';
import { ClosingReportService } from '@convener/closing-report';
import { LessonsService } from '@convener/lessons';
import { WorkItemsService, type WorkItemView } from '@convener/projects';
import { ZONE } from './conference';
import { made } from './hand-in';
import { DocumentsService } from '@convener/reports';
import type { Office } from './office';
import { openDesks, settleLists, WAVES, welcome } from './settle-lists';
import { afterwards, askGuests, beforehand } from './survey';
import type { Timeline } from './timeline';
import { CLOSING_NOTE, LESSONS, REPORT_TEXTS, WAIVED_AT_THE_END } from './words';

/** How long after the opening the last open thing was settled, and the project closed. */
const SETTLED_AFTER_DAYS = 50;
const CLOSED_AFTER_DAYS = 56;

/** What happens from the opening to the closing, beside the work of each day. */
export function addEnding(office: Office, timeline: Timeline, opening: Day): void {
  const { app, cast, projectId } = office;
  const on = (days: number, time: string, happens: (at: number) => Promise<unknown>) =>
    timeline.at(addDays(opening, days), time, () => happens(instantAt(addDays(opening, days), time, ZONE)));
  on(-28, '10:00', () => askGuests(app, cast, projectId, beforehand(opening)));
  on(0, '08:00', () => openDesks(office));
  for (const wave of WAVES) on(0, wave.time, (at) => welcome(office, at, wave));
  on(4, '10:00', () => askGuests(app, cast, projectId, afterwards(opening)));
  on(30, '14:00', () => settleLists(office, { opening }));
  on(34, '16:00', () => writeLessons(office));
  on(40, '10:00', () => writeReport(office));
  on(SETTLED_AFTER_DAYS, '10:00', () => settleTheRest(office));
  on(CLOSED_AFTER_DAYS, '17:00', () => close(office));
}

async function writeLessons(office: Office): Promise<void> {
  const { app, cast, projectId } = office;
  const items = await office.items();
  for (const { team, ...facts } of LESSONS) {
    const item = items.find((one) => office.teamOf(one) === team && one.standard !== null);
    if (item) await app.get(LessonsService).addToItem(office.leadOf(item), item.id, facts);
    else await app.get(LessonsService).addToProject(cast.manager, projectId, facts);
  }
}

async function writeReport({ app, cast, projectId }: Office): Promise<void> {
  for (const [key, textBefore] of Object.entries(REPORT_TEXTS))
    await app.get(ClosingReportService).edit(cast.manager, projectId, key, { textBefore }, null);
}

/** Whatever nobody got round to is done now, one work item after another. */
async function settleTheRest(office: Office): Promise<void> {
  for (const item of await office.items()) {
    if (item.status === 'done' || item.status === 'not-applicable') continue;
    await takeUp(office, item);
    for (const { id, state } of item.checkList) if (state === 'open') await office.tick(item, id);
    for (const row of item.deliverableList) {
      if (row.status === 'open' || row.status === 'returned') await office.submit(item, row);
      if (row.accepter !== null) await office.accept(item, row);
    }
  }
}

/** Waits for nobody any more. */
async function takeUp(office: Office, item: WorkItemView): Promise<void> {
  if (item.status !== 'waiting') return;
  await office.app.get(WorkItemsService).edit(office.workerOf(item), item.id, { status: 'doing' }, null);
}

async function close({ app, cast, projectId }: Office): Promise<void> {
  const { groups } = await app.get(ClosingQueries).one(cast.manager, projectId);
  const things = groups.flatMap((group) => group.things);
  if (things.length > 0) await app.get(ClosingService).waive(cast.manager, projectId, things, WAIVED_AT_THE_END);
  await app.get(ClosingService).close(cast.manager, projectId, { note: CLOSING_NOTE });
  const asked = { kind: 'closing-report', language: 'zh-TW' as const, choices: {}, deliverableId: null, handIn: false };
  for (const format of ['pdf', 'docx'] as const) {
    const { id } = await app.get(DocumentsService).ask(cast.manager, projectId, { ...asked, format });
    await made(app, id);
  }
}
