import { carriesNumberOf, lastNumber, skippedNumbers } from './codes';
import { outputsOf } from './counts';
import { misplacedOutputs, repeatedIndicators, repeatedTitles } from './look-alikes';
import type { Competence, Duty, ErratumKind, Indicator, Output, Standard, Task } from './standard.types';

/** An oddity that the transcription shows by itself; the errata of the file are not asked. */
export interface LintFinding {
  readonly standard: string;
  readonly at: string;
  readonly kind: ErratumKind;
  readonly printed: string | null;
  /** What is odd, one English sentence. */
  readonly says: string;
}

type Oddity = Omit<LintFinding, 'standard'>;
const oddity = (at: string, kind: ErratumKind, printed: string | null, says: string): Oddity => ({
  at,
  kind,
  printed,
  says,
});

/** Everything odd in one standard, in the order of its parts. */
export function lint(standard: Standard): LintFinding[] {
  const found = [
    ...zerosForLetterO(standard),
    ...skipped('duties', standard.duties, 'T'),
    ...standard.duties.flatMap((duty) => [
      ...lintDuty(duty),
      ...duty.tasks.flatMap((task) => lintTask(task, standard.level)),
    ]),
    ...lintEntries('knowledge', standard.knowledge),
    ...lintEntries('skills', standard.skills),
    ...repeatedAttitudes(standard),
  ];
  return found.map((finding) => ({ standard: standard.slug, ...finding }));
}

/** One finding for the whole document where every output is printed so, else one for each. */
function zerosForLetterO(standard: Standard): Oddity[] {
  const coded = outputsOf(standard).filter((output) => output.printed !== null);
  const zeros = coded.filter((output) => output.printed?.startsWith('0'));
  if (zeros.length > 0 && zeros.length === coded.length) {
    return [
      oddity(
        'outputs',
        'zero-for-letter-o',
        zeros[0]?.printed ?? null,
        'Every output code begins with a zero for the letter O.',
      ),
    ];
  }
  return zeros.map(({ place, printed }) =>
    oddity(place, 'zero-for-letter-o', printed, 'A zero stands for the letter O.'),
  );
}

function lintDuty(duty: Duty): Oddity[] {
  return [
    ...foreign(duty.code, duty.tasks),
    ...skipped(duty.code, own(duty.code, duty.tasks), duty.code + '.'),
    ...misplacedOutputs(duty).map(({ output, belongs }) =>
      oddity(
        output.place,
        'misplaced-text',
        output.title,
        `By its title it belongs to ${belongs.place} ${belongs.title}.`,
      ),
    ),
    ...repeatedTitles(duty).map(({ output, earlier }) =>
      oddity(output.place, 'repeated-title', output.title, `${earlier.place} has the same title.`),
    ),
  ];
}

function lintTask(task: Task, standardLevel: number): Oddity[] {
  const { place, code, outputs, indicators } = task;
  const coded = outputs.filter((output): output is Output & { code: string } => output.code !== null);
  const number = code.slice(1);
  return [
    ...lintLevel(task, standardLevel),
    ...(outputs.length === 0 ? [oddity(place, 'no-output', null, 'The task has no output.')] : []),
    ...outputs
      .filter((row) => row.code === null)
      .map((row) => oddity(row.place, 'missing-code', row.title, 'The output has no code.')),
    ...[...outputs, ...indicators].flatMap(lintPrinted),
    ...[...foreign(code, coded), ...foreign(code, indicators)],
    ...skipped(place, own(code, coded), `O${number}.`),
    ...skipped(place, own(code, indicators), `P${number}.`),
    ...repeatedIndicators(task).map(({ indicator, earlier }) =>
      oddity(indicator.place, 'misplaced-text', indicator.text, `It says what ${earlier.place} says: ${earlier.text}`),
    ),
  ];
}

function lintLevel({ place, level }: Task, standardLevel: number): Oddity[] {
  if (level === null)
    return [oddity(place, 'missing-level', null, `The level is blank; the standard's own is ${standardLevel}.`)];
  if (level <= standardLevel) return [];
  return [
    oddity(
      place,
      'level-above-standard',
      String(level),
      `Level ${level} is above the standard's own ${standardLevel}.`,
    ),
  ];
}

function lintPrinted({ place, printed }: Output | Indicator): Oddity[] {
  if (printed === null) return [];
  return [
    ...(/\s/.test(printed) ? [oddity(place, 'stray-space', printed, 'The code is printed with a blank inside.')] : []),
    ...(/^.\s*\./.test(printed)
      ? [oddity(place, 'stray-dot', printed, 'A dot stands between the letter and the number.')]
      : []),
    ...(place.includes('~') ? [oddity(place, 'duplicate-number', printed, 'The code stands twice in its task.')] : []),
  ];
}

interface Coded {
  readonly code: string;
  readonly place?: string;
}

const own = <R extends Coded>(parent: string, rows: readonly R[]) =>
  rows.filter((row) => carriesNumberOf(row.code, parent));

function foreign(parent: string, rows: readonly Coded[]): Oddity[] {
  return rows
    .filter((row) => !carriesNumberOf(row.code, parent))
    .map((row) => oddity(row.place ?? row.code, 'wrong-task-number', row.code, `It stands under ${parent}.`));
}

function skipped(at: string, rows: readonly Coded[], prefix: string): Oddity[] {
  return skippedNumbers(rows.map(({ code }) => lastNumber(code))).map((number) =>
    oddity(at, 'skipped-number', null, `There is no ${prefix}${number}.`),
  );
}

/** One code with two texts, and one text with two codes. */
function lintEntries(list: 'knowledge' | 'skills', entries: readonly Competence[]): Oddity[] {
  return entries.flatMap(({ code, text }, index) => {
    const earlier = entries.slice(0, index);
    const sameCode = earlier.find((entry) => entry.code === code);
    const sameText = earlier.find((entry) => entry.text === text);
    return [
      ...(sameCode ? [oddity(`${list}/${code}`, 'code-with-two-texts', text, `${code} is ${sameCode.text} too.`)] : []),
      ...(sameText ? [oddity(`${list}/${code}`, 'text-with-two-codes', text, `${text} is ${sameText.code} too.`)] : []),
    ];
  });
}

function repeatedAttitudes({ attitudes }: Standard): Oddity[] {
  return attitudes
    .filter(({ code }, index) => attitudes.findIndex((other) => other.code === code) < index)
    .map(({ code, text }) => oddity(`attitudes/${code}`, 'repeated-attitude', text, 'The attitude is printed twice.'));
}
