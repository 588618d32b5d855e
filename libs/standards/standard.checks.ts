import { tasksOf } from './counts';
import { readCode } from './codes';
import { covers, knownPlaces } from './errata';
import type { Competence, ErratumKind, Indicator, Output, Standard, Task } from './standard.types';

/**
 * What must hold inside one standard beyond its shape. Answers problems as `place: what is wrong`. A doubled or
 * missing code that the source really prints is admitted by an erratum; without one it is a slip of the pen.
 */
export function problemsOf(standard: Standard): string[] {
  const tasks = tasksOf(standard);
  return [
    ...doubled(standard.duties.map(({ code }) => code)).map((code) => `${code}: the duty's code stands twice`),
    ...doubled(tasks.map(({ code }) => code)).map((code) => `${code}: the task's code stands twice in the standard`),
    ...tasks.flatMap((task) => [...task.outputs, ...task.indicators].flatMap((row) => codeProblems(standard, row))),
    ...tasks.flatMap((task) => cellProblems(task)),
    ...listProblems(
      'knowledge',
      standard.knowledge,
      tasks.flatMap((task) => use(task, task.knowledge)),
    ),
    ...listProblems(
      'skills',
      standard.skills,
      tasks.flatMap((task) => use(task, task.skills)),
    ),
    ...errataProblems(standard),
  ];
}

/** What must hold among all standards. Answers problems as `slug.yaml: place: what is wrong`. */
export function problemsAmong(standards: readonly Standard[]): string[] {
  const slugs = standards.map(({ slug }) => slug);
  const replaced = standards.flatMap(({ supersedes }) => supersedes ?? []);
  return standards.flatMap(({ slug, supersedes }) => {
    if (supersedes === null) return [];
    if (supersedes === slug) return [`${slug}.yaml: supersedes: names the standard itself`];
    if (!slugs.includes(supersedes)) return [`${slug}.yaml: supersedes: there is no standard "${supersedes}"`];
    if (doubled(replaced).includes(supersedes))
      return [`${slug}.yaml: supersedes: another standard supersedes "${supersedes}" too`];
    return [];
  });
}

function codeProblems(standard: Standard, row: Output | Indicator): string[] {
  const { place, code, printed } = row;
  const admitted = (kind: ErratumKind) => standard.errata.some((erratum) => covers(erratum, { at: place, kind }));
  if ((code === null) !== (printed === null)) return [`${place}: code and printed must be null together`];
  if (code === null || printed === null) {
    return admitted('missing-code')
      ? []
      : [`${place}: the code is missing, and no missing-code erratum says that none is printed`];
  }
  const problems =
    readCode(printed) === code ? [] : [`${place}: printed "${printed}" reads ${readCode(printed)}, not ${code}`];
  if (place.includes('~') && !admitted('duplicate-number')) {
    problems.push(
      `${place}: the code ${code} stands twice in its task, and no duplicate-number erratum says that it is printed so`,
    );
  }
  return problems;
}

function cellProblems(task: Task): string[] {
  return doubled([...task.knowledge, ...task.skills]).map((code) => `${task.place}: ${code} is listed twice`);
}

function use(task: Task, codes: readonly string[]): { place: string; code: string }[] {
  return codes.map((code) => ({ place: task.place, code }));
}

function listProblems(
  list: 'knowledge' | 'skills',
  listed: readonly Competence[],
  used: { place: string; code: string }[],
): string[] {
  const known = new Set(listed.map(({ code }) => code));
  const inUse = new Set(used.map(({ code }) => code));
  return [
    ...used
      .filter(({ code }) => !known.has(code))
      .map(({ place, code }) => `${place}: ${code} is not listed under ${list}`),
    ...[...known].filter((code) => !inUse.has(code)).map((code) => `${list}/${code}: no task uses it`),
    ...doubled(listed.map(({ code, text }) => `${code}: "${text}"`)).map((entry) => `${list}/${entry} is listed twice`),
  ];
}

function errataProblems(standard: Standard): string[] {
  const known = knownPlaces(standard);
  return standard.errata.flatMap(({ at }, index) =>
    known.has(at) ? [] : [`errata #${index + 1}: there is no place "${at}"`],
  );
}

function doubled(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
}
