import { tasksOf } from './counts';
import { entryPlaces } from './places';
import type { Erratum, Standard } from './standard.types';

/** Parts of the document, beside its places, that an erratum may speak of. */
const PARTS = ['header', 'duties', 'outputs', 'indicators', 'knowledge', 'skills', 'attitudes', 'notes'];

/**
 * Whether an erratum says why something at `at` is odd in the way `kind`: the same kind at the same place or at one
 * around it (T5 around T5.1, T2.1/P2.1.3 around its second use T2.1/P2.1.3~2, outputs around every output).
 */
export function covers(erratum: Pick<Erratum, 'at' | 'kind'>, finding: Pick<Erratum, 'at' | 'kind'>): boolean {
  if (erratum.kind !== finding.kind) return false;
  if (erratum.at === 'outputs') return finding.at === 'outputs' || finding.at.includes('/O');
  return finding.at === erratum.at || ['/', '.', '~'].some((edge) => finding.at.startsWith(erratum.at + edge));
}

/**
 * The rows of the document beside which an erratum is told: every use of a code that is printed more than once
 * (T2.1/P2.1.4 and T2.1/P2.1.4~2), the duty or task of a cell (T4 of T4/skills), else the part that it names.
 */
export function touchedPlaces(standard: Standard, { at }: Pick<Erratum, 'at'>): string[] {
  const rows = rowPlaces(standard).filter((place) => place === at || place.startsWith(`${at}~`));
  return rows.length > 0 ? rows : [at.replace(/\/.*/, '')];
}

function rowPlaces(standard: Standard): string[] {
  const tasks = tasksOf(standard);
  return [
    ...standard.duties.map(({ code }) => code),
    ...tasks.flatMap((task) => [task, ...task.outputs, ...task.indicators].map(({ place }) => place)),
    ...entryPlaces('knowledge', standard.knowledge),
    ...entryPlaces('skills', standard.skills),
    ...entryPlaces('attitudes', standard.attitudes),
  ];
}

/** Every place that an erratum of this standard may name. */
export function knownPlaces(standard: Standard): Set<string> {
  const { duties, knowledge, skills, attitudes } = standard;
  return new Set([
    ...PARTS,
    ...knowledge.map(({ code }) => `knowledge/${code}`),
    ...skills.map(({ code }) => `skills/${code}`),
    ...attitudes.map(({ code }) => `attitudes/${code}`),
    ...duties.flatMap((duty) => [
      duty.code,
      ...cellsOf(
        duty.code,
        duty.tasks.flatMap((task) => [...task.knowledge, ...task.skills]),
      ),
    ]),
    ...tasksOf(standard).flatMap((task) => [
      task.place,
      ...cellsOf(task.place, [...task.knowledge, ...task.skills]),
      ...[...task.outputs, ...task.indicators].map(({ place }) => place),
    ]),
  ]);
}

/** The knowledge and skills cells of a duty or task, and the entries in them. */
function cellsOf(place: string, codes: readonly string[]): string[] {
  return ['knowledge', 'skills', ...codes].map((cell) => `${place}/${cell}`);
}
