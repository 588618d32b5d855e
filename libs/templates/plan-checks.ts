import type { Standard, Task } from '@convener/standards';
import { ownAnchorProblems, ruleProblems } from './catalog-checks';
import type { Catalog } from './catalog.schema';
import type { Plan, PlanTask } from './seed.schema';
import type { LeaveOut } from './template.types';

/**
 * What is wrong with a plan against its standard: every task, output and indicator must be in it exactly once and none
 * invented, and it may use only names of the catalog. `allTasks` are the places of the tasks of all standards, for
 * predecessors. Each problem names its place.
 */
export function planProblems(
  plan: Plan,
  standard: Standard,
  catalog: Catalog,
  allTasks: ReadonlySet<string>,
): string[] {
  const tasks = standard.duties.flatMap((duty) => duty.tasks);
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const edition =
    plan.edition === standard.edition
      ? []
      : [`edition: the standard's is "${standard.edition}", not "${plan.edition}"`];
  const place = (code: string) => (code.includes('/') ? code : `${standard.slug}/${code}`);
  const unknownBefore = plan.tasks.flatMap(({ code, after }) =>
    after
      .filter((before) => !allTasks.has(place(before)))
      .map((before) => `${code}: there is no task "${before}" before it`),
  );
  return [
    ...edition,
    ...ownAnchorProblems(plan.anchors ?? {}, catalog),
    ...unknownBefore,
    ...coverage(
      '',
      tasks.map(({ code }) => code),
      plan.tasks.map(({ code }) => code),
    ),
    ...plan.tasks.flatMap((task) => {
      const facts = byCode.get(task.code);
      return facts ? taskProblems(task, facts, catalog) : [];
    }),
  ];
}

function taskProblems(task: PlanTask, facts: Task, catalog: Catalog): string[] {
  const at = (problem: string) => `${task.code}: ${problem}`;
  const known = (list: readonly { key: string }[], key: string, what: string) =>
    list.some((entry) => entry.key === key) ? [] : [at(`the catalog has no ${what} "${key}"`)];
  const key = (place: string) => place.slice(facts.place.length + 1);
  const rows = [task, ...task.outputs];
  return [
    ...coverage(
      task.code,
      facts.outputs.map(({ place }) => key(place)),
      task.outputs.map(({ code }) => code),
    ),
    ...coverage(
      task.code,
      facts.indicators.map(({ place }) => key(place)),
      task.indicators.map(({ code }) => code),
    ),
    ...known(catalog.workflows, task.workflow, 'workflow'),
    ...known(catalog.teams, task.team, 'sub-team'),
    ...rows.flatMap(({ start, due }) => [start, due]).flatMap((rule) => ruleProblems(rule, catalog).map(at)),
    ...[...rows, ...task.indicators].flatMap(({ code, leaveOut }) =>
      leaveOutProblems(leaveOut ?? {}, catalog).map((text) => at(`${code}: ${text}`)),
    ),
  ];
}

/** Doubled, missing and invented codes, in the words of whoever has to mend the file. */
function coverage(task: string, expected: readonly string[], found: readonly string[]): string[] {
  const at = (code: string) => (task ? `${task}/${code}` : code);
  const doubled = found.filter((code, index) => found.indexOf(code) !== index);
  return [
    ...[...new Set(doubled)].map((code) => `${at(code)}: stands twice`),
    ...expected.filter((code) => !found.includes(code)).map((code) => `${at(code)}: is missing`),
    ...found.filter((code) => !expected.includes(code)).map((code) => `${at(code)}: is not in the standard`),
  ];
}

function leaveOutProblems(leaveOut: LeaveOut, catalog: Catalog): string[] {
  return Object.entries(leaveOut).flatMap(([key, answer]) => {
    const option = catalog.options.find((candidate) => candidate.key === key);
    if (!option) return [`the catalog has no option "${key}"`];
    const values: unknown[] =
      option.kind === 'yes-no' ? [true, false] : (option.choices ?? []).map(({ value }) => value);
    return values.includes(answer) ? [] : [`option "${key}" has no answer ${JSON.stringify(answer)}`];
  });
}
