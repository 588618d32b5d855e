import { rowContext } from '@convener/project-start';
import { checkRow, deliverableRow, type Project, type RowContext, rowsOf } from '@convener/projects';
import type { WorkingCalendar } from '@convener/schedule';
import { planProject, type StartAnswers, type Template } from '@convener/templates';
import type { Replan, ReplanWorld } from '../../libs/planning/replan.types';
import { answers } from './builders.templates';

const PROJECT = 'project';
/** Long before anything of the event. */
export const EARLY = '2020-01-06';

function contextOf(template: Template, place: ReadonlyMap<string, string> = new Map()): RowContext {
  const teams = new Map(template.teams.map(({ key }) => [key, key]));
  return rowContext({ template, version: 1 }, { projectId: PROJECT, teams, present: place, by: 'somebody', now: 0 });
}

/** A project as a start leaves it, without any database. */
export function aReplanWorld(
  template: Template,
  calendar: WorkingCalendar,
  given: Partial<StartAnswers> = {},
  today = EARLY,
): ReplanWorld {
  const start = answers(given);
  const plan = planProject(template, start, calendar, today);
  const rows = rowsOf(plan.items, contextOf(template));
  const project = {
    id: PROJECT,
    name: '年會',
    templateSlug: template.slug,
    templateVersion: 1,
    openingDay: start.opening,
    closingDay: start.closing,
    anchors: [...plan.anchors],
    options: { ...start.options },
    leftOut: [...plan.leftOut],
    strictChecks: false,
  } as unknown as Project;
  return {
    project,
    template,
    otherAnchors: new Map(),
    milestones: [],
    items: rows.items,
    deliverables: rows.deliverables,
    checks: rows.checks,
    teams: template.teams.map((team) => ({ ...team, id: team.key })),
    evidence: new Set(),
    calendar,
    today,
  };
}

/** The project as a re-plan leaves it. */
export function replanned(world: ReplanWorld, replan: Replan): ReplanWorld {
  const { template, project } = world;
  const context = contextOf(template, new Map(world.items.map(({ place, id }) => [place ?? '', id])));
  const fresh = rowsOf(replan.newItems, context);
  return {
    ...world,
    project: {
      ...project,
      openingDay: replan.answers.opening,
      closingDay: replan.answers.closing,
      options: replan.answers.options,
      anchors: replan.anchors,
      leftOut: replan.leftOut,
    },
    items: [...changed(world.items, replan.items, 'not-applicable'), ...fresh.items],
    deliverables: [
      ...changed(world.deliverables, replan.deliverables, 'waived'),
      ...fresh.deliverables,
      ...replan.newDeliverables.map(({ workItemId, row }) => deliverableRow(row, workItemId, 0, context)),
    ],
    checks: [
      ...changed(world.checks, replan.checks, 'not-applicable'),
      ...fresh.checks,
      ...replan.newChecks.map(({ workItemId, check }) => checkRow({ settled: false }, check, workItemId, 0, context)),
    ],
    milestones: changed(world.milestones, replan.milestones, ''),
  };
}

function changed<R extends { id: string }>(
  rows: readonly R[],
  changes: readonly { row: R; changes: Partial<R> }[],
  aside: string,
): R[] {
  const byId = new Map(changes.map((one) => [one.row.id, one.changes]));
  return rows.map((row) => {
    const own: Record<string, unknown> = { ...byId.get(row.id) };
    const ended = own.status ?? own.state;
    return { ...row, ...own, ...(ended !== undefined && { setAsideBy: ended === aside ? 'a re-plan' : null }) };
  });
}

/** A change to one row of a world. */
export function withRow<K extends 'items' | 'deliverables' | 'checks'>(
  world: ReplanWorld,
  kind: K,
  place: string,
  changes: Partial<ReplanWorld[K][number]>,
): ReplanWorld {
  const rows = world[kind].map((row) => (row.place === place ? { ...row, ...changes } : row));
  return { ...world, [kind]: rows };
}
