import type { AnchorSeed, Catalog } from './catalog.schema';
import { parseRule } from '@convener/schedule';

/** What is wrong with the names that everything uses: doubled or unknown ones, rules that don't count. Each names its place. */
export function catalogProblems(catalog: Catalog): string[] {
  const { anchors, options, workflows, teams, reminders } = catalog;
  const doubled = Object.entries({ anchors, options, workflows, teams, reminders: reminders.rules }).flatMap(
    ([list, entries]) => doublesOf(entries.map(({ key }) => key)).map((key) => `${list}/${key}: stands twice`),
  );
  const unanswerable = options
    .filter(({ kind, choices = [] }) => kind === 'choice' && choices.length === 0)
    .map(({ key }) => `options/${key}: a choice needs answers`);
  const wrongAnchors = anchors.flatMap((anchor) =>
    anchorProblemsOf(anchor, catalog).map((text) => `anchors/${anchor.key}: ${text}`),
  );
  const wrongRules = reminders.rules
    .filter(({ when, anchor }) => (when === 'anchor') !== anchors.some(({ key }) => key === anchor))
    .map(({ key }) => `reminders/${key}: counts from an anchor that is unknown, or not from the anchor that it names`);
  return [
    ...doubled,
    ...unanswerable,
    ...wrongRules,
    ...wrongAnchors,
    ...(wrongAnchors.length === 0 ? anchorCycles(anchors) : []),
  ];
}

/** What is wrong with default rules that a plan or template gives anchors of its own. */
export function ownAnchorProblems(own: Readonly<Record<string, unknown>>, catalog: Catalog): string[] {
  return Object.entries(own).flatMap(([key, rule]) => {
    const known = catalog.anchors.some((anchor) => anchor.key === key && !isGiven(key));
    const problems = known ? ruleProblems(String(rule), catalog) : ['the catalog has no such anchor to count'];
    return problems.map((text) => `anchors/${key}: ${text}`);
  });
}

export function ruleProblems(text: string, catalog: Catalog): string[] {
  try {
    const { anchor } = parseRule(text);
    return catalog.anchors.some(({ key }) => key === anchor)
      ? []
      : [`rule "${text}" counts from an unknown anchor "${anchor}"`];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

export function doublesOf(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** Opening and closing come from the manager; everything else counts from them in the end. */
const isGiven = (key: string) => key === 'opening' || key === 'closing';

function anchorProblemsOf(
  { key, default: rule, notBefore = [], notAfter = [] }: AnchorSeed,
  catalog: Catalog,
): string[] {
  const known = new Set(catalog.anchors.map((anchor) => anchor.key));
  const unknown = [...notBefore, ...notAfter].filter((other) => !known.has(other));
  const counting = isGiven(key) === !rule ? [] : [isGiven(key) ? 'must be given, not counted' : 'needs a default rule'];
  return [
    ...unknown.map((other) => `there is no anchor "${other}"`),
    ...counting,
    ...(rule ? ruleProblems(rule, catalog) : []),
  ];
}

function anchorCycles(anchors: readonly AnchorSeed[]): string[] {
  const next = new Map(anchors.map(({ key, default: rule }) => [key, rule ? parseRule(rule).anchor : null]));
  return anchors.flatMap(({ key }) => {
    const way = [key];
    for (let at = next.get(key); at && !way.includes(at); at = next.get(at)) way.push(at);
    const last = next.get(way.at(-1)!);
    return last ? [`anchors/${key}: goes round: ${[...way, last].join(' → ')}`] : [];
  });
}
