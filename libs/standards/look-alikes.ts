import type { Duty, Output, Task } from './standard.types';

interface Placed {
  readonly task: Task;
  readonly output: Output;
}

/** Above this two indicators of one task say the same. */
const SAME = 0.85;

/** How alike two texts are, 0–1: pairs of neighbouring characters that they share (Dice), blanks and marks left out. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return bare(a) === bare(b) ? 1 : 0;
  const free = [...right];
  const shared = left.filter((pair) => {
    const at = free.indexOf(pair);
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

/** Indicators of a task that say (nearly) what an earlier one says, each with that earlier one. */
export function repeatedIndicators(task: Task) {
  return task.indicators.flatMap((indicator, index) => {
    const earlier = task.indicators.slice(0, index).find((other) => likeness(other.text, indicator.text) >= SAME);
    return earlier ? [{ indicator, earlier }] : [];
  });
}

/** Outputs titled as an earlier one of the same duty, where neither task's title says whose it is. */
export function repeatedTitles(duty: Duty) {
  const outputs = placedIn(duty);
  return outputs.flatMap((placed, index) => {
    const twins = [placed, ...outputs.slice(0, index).filter((other) => sameTitle(other, placed))];
    const earlier = twins.at(1);
    return earlier && !twins.some(isAtHome) ? [{ output: placed.output, earlier: earlier.output }] : [];
  });
}

/**
 * Outputs that belong under another task of the duty by their titles: of two equal ones that which stands under no
 * task of that title (結案報告 under 分析展覽效益, where 製作結案報告 has one too), or two look-alikes that sit crosswise
 * (贊助商管理名冊 under 洽談供應商協議 and 供應商管理名冊 under 洽談贊助協議).
 */
export function misplacedOutputs(duty: Duty) {
  const outputs = placedIn(duty);
  return outputs.flatMap((placed) => {
    const twin = outputs.find(
      (other) =>
        other.task !== placed.task &&
        ((sameTitle(other, placed) && isAtHome(other) && !isAtHome(placed)) || sitCrosswise(other, placed)),
    );
    return twin ? [{ output: placed.output, belongs: twin.task }] : [];
  });
}

const sameTitle = (a: Placed, b: Placed) => bare(a.output.title) === bare(b.output.title);

const isAtHome = ({ output, task }: Placed) => task.title.includes(output.title);

function sitCrosswise(a: Placed, b: Placed): boolean {
  const [inA, inB] = whereTheyDiffer(a.output.title, b.output.title);
  if (inA === '' || inB === '') return false;
  const only = (text: string, here: string, there: string) => text.includes(here) && !text.includes(there);
  return only(a.task.title, inB, inA) && only(b.task.title, inA, inB);
}

/** The parts between the common beginning and the common end of two titles; empty where the titles have too little in common. */
function whereTheyDiffer(a: string, b: string): [string, string] {
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  if (head + tail < 3) return ['', ''];
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

function placedIn(duty: Duty): Placed[] {
  return duty.tasks.flatMap((task) => task.outputs.map((output) => ({ task, output })));
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

function pairs(text: string): string[] {
  const characters = [...bare(text)];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
