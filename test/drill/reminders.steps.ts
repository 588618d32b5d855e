import { AssignmentsService } from '@convener/bulk-changes';
import { ClosingService } from '@convener/closing';
import { DeliverablesService, StaffingService, WorkItemsService } from '@convener/projects';
import type { INestApplicationContext } from '@nestjs/common';
import type { Cast, Scene } from './reminders.scene';

export interface Step {
  kind:
    | 'done'
    | 'submit'
    | 'accept'
    | 'assign'
    | 'team'
    | 'due'
    | 'close'
    | 'reopen'
    | 'leave'
    | 'join'
    | 'sweep'
    | 'job'
    | 'gate'
    | 'fail'
    | 'seconds'
    | 'morning';
  item: number;
  pick: number;
}

/** The change of the work that a step makes; undefined for a step of a firing reminder. */
export function changeOf(
  app: INestApplicationContext,
  cast: Cast,
  { id, teams, items, subjects }: Scene,
  { kind, item, pick }: Step,
): (() => Promise<unknown>) | undefined {
  const { manager, lead } = cast;
  const [itemId, subjectId] = [items[item % 6]!, subjects[item % 6]!];
  const edit = (change: object) => app.get(WorkItemsService).edit(manager, itemId, change, null);
  const assign = (change: object) => app.get(AssignmentsService).assign(manager, id, { workItemIds: [itemId] }, change);
  const staff = app.get(StaffingService);
  const people = [cast.an.personId, cast.bo.personId, null];
  const changes: Partial<Record<Step['kind'], () => Promise<unknown>>> = {
    done: () => edit({ status: 'done' }),
    submit: () => app.get(DeliverablesService).submit(manager, subjectId, {}),
    accept: () => app.get(DeliverablesService).accept(lead, subjectId),
    assign: () => assign({ assigneeId: people[pick % 3]! }),
    team: () => edit({ teamId: teams[pick % 2] }),
    due: () => assign({ shiftDays: pick % 2 ? 7 : -7 }),
    close: () => app.get(ClosingService).close(manager, id, { waiveRest: '提前' }),
    reopen: () => app.get(ClosingService).reopen(manager, id, '再開'),
    leave: () => staff.removeMember(manager, id, people[pick % 2]!),
    join: () => staff.setMember(manager, id, people[pick % 2]!, 'member', []),
  };
  return changes[kind];
}
