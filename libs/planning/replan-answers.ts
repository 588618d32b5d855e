import type { Day, FieldProblem } from '@convener/kernel';
import { milestoneDays } from '@convener/milestones';
import { withMilestones } from '@convener/projects';
import { type AnchorDay, answerProblems, resolveAnchors, type StartAnswers } from '@convener/templates';
import type { ReplanAnswers, ReplanWorld } from './replan.types';

/** Only the event's own days are given apart from the other anchors. */
const EVENT_DAYS: ReadonlySet<string> = new Set(['opening', 'closing']);

/** What the project was answered so far, as a start would take it. */
export function answersNow({ project }: Pick<ReplanWorld, 'project'>): StartAnswers {
  const given = project.anchors.filter((anchor) => anchor.given && !EVENT_DAYS.has(anchor.key));
  return {
    opening: project.openingDay,
    closing: project.closingDay,
    anchors: Object.fromEntries(given.map(({ key, day }) => [key, day])),
    options: project.options,
    lateStart: 'squeeze',
  };
}

/** The answers after a change; null takes one back. */
export function answersAfter(now: StartAnswers, input: ReplanAnswers): StartAnswers {
  return {
    ...now,
    opening: input.opening ?? now.opening,
    closing: input.closing ?? now.closing,
    anchors: overlaid(now.anchors, input.anchors),
    options: overlaid(now.options, input.options),
  };
}

/** Every wrong answer at its field, also where something unknown is taken back. */
export function replanProblems(world: ReplanWorld, input: ReplanAnswers): FieldProblem[] {
  const known = new Set(world.template.anchors.map(({ key }) => key).filter((key) => !EVENT_DAYS.has(key)));
  const options = new Set(world.template.options.map(({ key }) => key));
  return [
    ...unknown(input.anchors, known, '/anchors', '基準日', 'anchor'),
    ...unknown(input.options, options, '/options', '條件', 'option'),
    ...answerProblems(world.template, answersAfter(answersNow(world), input), world.calendar),
  ];
}

/** The day of every anchor before and after, for rows of the template and for those of the project itself. */
export interface AnchorTurn {
  /** As the template counts them, without what a late start made of them: rows of the template count from these. */
  ruled: { before: Map<string, Day>; after: Map<string, Day> };
  /** As the project shows them, with its milestones: its own rules count from these. */
  shown: { before: Map<string, Day>; after: Map<string, Day> };
  anchors: AnchorDay[];
  milestones: Map<string, Day>;
}

export function turnAnchors(
  world: ReplanWorld,
  now: StartAnswers,
  next: StartAnswers,
  pinned: ReadonlySet<string>,
): AnchorTurn {
  const { project, template, calendar } = world;
  const resolved = ({ opening, closing, anchors }: StartAnswers) =>
    resolveAnchors(template.anchors, { ...anchors, opening, closing }, calendar);
  const ruledBefore = daysOf(resolved(now));
  const after = resolved(next);
  const stored = daysOf(project.anchors);
  // A day that a late start moved stays where it is until what it counts from changes.
  const anchors = after.map((anchor) => {
    const unchanged = !anchor.given && anchor.day === ruledBefore.get(anchor.key);
    return unchanged ? { ...anchor, day: stored.get(anchor.key) ?? anchor.day } : anchor;
  });
  const fixed = world.milestones.map((one) => (pinned.has(one.id) ? { ...one, rule: null } : one));
  const milestones = milestoneDays(fixed, daysOf(anchors), calendar);
  const nowMilestones = world.milestones.map(({ key, day }) => ({ key, day }));
  const nextMilestones = [...milestones].map(([key, day]) => ({ key, day }));
  return {
    ruled: { before: ruledBefore, after: daysOf(after) },
    shown: {
      before: withMilestones(project.anchors, nowMilestones),
      after: withMilestones(anchors, nextMilestones),
    },
    anchors,
    milestones,
  };
}

export const daysOf = (anchors: readonly Pick<AnchorDay, 'key' | 'day'>[]) =>
  new Map(anchors.map(({ key, day }) => [key, day]));

function overlaid<V>(
  now: Readonly<Record<string, V>>,
  input: Readonly<Record<string, V | null>> = {},
): Record<string, V> {
  const all: [string, V | null][] = [...Object.entries(now), ...Object.entries(input)];
  return Object.fromEntries([...new Map(all)].filter((entry): entry is [string, V] => entry[1] !== null));
}

function unknown(
  given: object | undefined,
  known: ReadonlySet<string>,
  at: string,
  zh: string,
  en: string,
): FieldProblem[] {
  // What is unknown and has a value is told by the template's own check.
  return Object.entries(given ?? {})
    .filter(([key, value]) => value === null && !known.has(key))
    .map(([key]) => ({
      pointer: `${at}/${key}`,
      zh: `此範本沒有「${key}」這個${zh}。`,
      en: `This template has no ${en} "${key}".`,
    }));
}
