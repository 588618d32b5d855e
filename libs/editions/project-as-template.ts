import { daysBetween, type Day } from '@convener/kernel';
import type { Check, Deliverable, Project, WorkItem } from '@convener/projects';
import { parseRule } from '@convener/schedule';
import type { Team } from '@convener/teams';
import type { Stage, Template, TemplateCheck, TemplateDeliverable, TemplateItem } from '@convener/templates';

/** A project's rows as a template is made from them. */
export interface ProjectRowsNow {
  project: Pick<Project, 'name' | 'openingDay' | 'closingDay'>;
  /** In the project's order. */
  items: readonly WorkItem[];
  deliverables: ReadonlyMap<string, readonly Deliverable[]>;
  checks: ReadonlyMap<string, readonly Check[]>;
  teams: readonly Team[];
}

const BASIS = '本單位的經驗 (the house\u2019s own experience)';

/**
 * A project as a template of the house under `slug`: the template that it is frozen on (`sources`, with those of added
 * workflows), in the project's wording, order and sub-teams, and its own work with rules counted from opening or closing.
 * What its answers left out stays in behind its conditions. Answers the number of the next own row too.
 */
export function projectAsTemplate(
  sources: readonly Template[],
  now: ProjectRowsNow,
  slug: string,
): { template: Template; nextOwn: number } {
  const base = joined(sources);
  let number = 1;
  const own = (): string => `house/${slug}/${number++}`;
  const event: Event = { ...now.project, anchors: new Set(base.anchors.map(({ key }) => key)) };
  const teamKeys = new Map(now.teams.map(({ id, key }) => [id, key]));
  const known = new Map(base.items.map((item) => [item.place, item]));
  const firstTeam = now.teams[0]?.key ?? base.teams[0]?.key ?? '';
  const present = now.items.map((item): TemplateItem => {
    const planned = item.place === null ? undefined : known.get(item.place);
    const parts = { deliverables: now.deliverables.get(item.id) ?? [], checks: now.checks.get(item.id) ?? [] };
    const team = (item.teamId && teamKeys.get(item.teamId)) || planned?.team || firstTeam;
    if (!planned) return ownItem(item, parts, team, own, event);
    return {
      ...planned,
      ...worded(item),
      stage: item.stage,
      team,
      deliverables: [
        ...planned.deliverables.map((row) => ({ ...row, ...wordingAt(parts.deliverables, row.place) })),
        ...parts.deliverables.filter(isNew(planned.deliverables)).map((row) => ownDeliverable(row, item, own, event)),
      ],
      checks: [...planned.checks, ...parts.checks.filter(isNew(planned.checks)).map((check) => ownCheck(check, own))],
    };
  });
  const items = withLeftOut(present, base.items);
  const places = new Set(items.map(({ place }) => place));
  const kept = items.map((item) => ({ ...item, after: item.after.filter((place) => places.has(place)) }));
  return { template: { ...base, slug, teams: teamsOf(base, now.teams), items: kept }, nextOwn: number };
}

interface Event extends Pick<Project, 'openingDay' | 'closingDay'> {
  /** The anchors that the template has. */
  anchors: ReadonlySet<string>;
}

function joined([first, ...more]: readonly Template[]): Template {
  if (!first) throw new Error('a project has a template');
  const union = <T extends { key: string }>(own: readonly T[], other: readonly T[]): T[] => [
    ...own,
    ...other.filter(({ key }) => !own.some((entry) => entry.key === key)),
  ];
  return more.reduce((all, template) => {
    const known = new Set(all.items.map(({ place }) => place));
    return {
      ...all,
      anchors: union(all.anchors, template.anchors),
      options: union(all.options, template.options),
      teams: union(all.teams, template.teams),
      items: [...all.items, ...template.items.filter(({ place }) => !known.has(place))],
      standards: [
        ...all.standards,
        ...template.standards.filter(({ slug }) => !all.standards.some((standard) => standard.slug === slug)),
      ],
    };
  }, first);
}

function worded({ title, titleEn }: { title: string; titleEn: string | null }) {
  return { title, titleEn: titleEn ?? title };
}

function wordingAt(rows: readonly Deliverable[], place: string) {
  const row = rows.find((candidate) => candidate.place === place);
  return row ? worded(row) : {};
}

const isNew =
  (planned: readonly { place: string }[]) =>
  ({ place, source }: { place: string | null; source: string }) =>
    source === 'own' && !planned.some((row) => row.place === place);

function ownItem(
  item: WorkItem,
  parts: { deliverables: readonly Deliverable[]; checks: readonly Check[] },
  team: string,
  own: () => string,
  event: Event,
): TemplateItem {
  return {
    place: own(),
    ...{ standard: null, edition: null, code: null, condition: null, level: item.level },
    ...worded(item),
    ...{ stage: item.stage, workflow: item.workflow, team, owner: item.ownerRole },
    ...rulesOf(item, item.stage, event),
    ...{ basis: BASIS, leaveOut: {}, after: [] },
    deliverables: parts.deliverables.map((row) => ownDeliverable(row, item, own, event)),
    checks: parts.checks.map((check) => ownCheck(check, own)),
  };
}

function ownDeliverable(row: Deliverable, { stage }: WorkItem, own: () => string, event: Event): TemplateDeliverable {
  const { preparer, accepter, evidence, kind, document } = row;
  return {
    ...{ place: own(), code: null, condition: null },
    ...worded(row),
    ...rulesOf(row, stage, event),
    ...{ preparer, accepter, evidence, kind, ...(document !== null && { document }), leaveOut: {} },
  };
}

function ownCheck({ text, stage }: Check, own: () => string): TemplateCheck {
  return { place: own(), code: null, text, condition: null, stage, leaveOut: {} };
}

/**
 * Rules for days that people gave: counted from closing where the work lies behind the event, else from opening, both from
 * the same one so that the start stays before the due day whatever the length of the next event.
 */
export function rulesOf(
  { startDay, dueDay, startRule, dueRule }: Pick<WorkItem, 'startDay' | 'dueDay' | 'startRule' | 'dueRule'>,
  stage: Stage,
  event: Event,
): { start: string; due: string } {
  if (startRule !== null && dueRule !== null && isKnown(startRule, event) && isKnown(dueRule, event))
    return { start: startRule, due: dueRule };
  const last = dueDay ?? startDay;
  const isBehind = stage === 'after' || stage === 'closing' || (last !== null && last > event.closingDay);
  const anchor = isBehind ? 'closing' : 'opening';
  const rule = (day: Day) => {
    const offset = daysBetween(isBehind ? event.closingDay : event.openingDay, day);
    if (offset === 0) return anchor;
    const count = Math.min(Math.abs(offset), MOST_DAYS);
    return `${anchor} ${offset < 0 ? '-' : '+'} ${count} ${count === 1 ? 'day' : 'days'}`;
  };
  const due = last ? rule(last) : anchor;
  return { start: startDay ? rule(startDay) : due, due };
}

/** A rule may count from a day that only this project has. */
function isKnown(rule: string, { anchors }: Event): boolean {
  return anchors.has(parseRule(rule).anchor);
}

/** The longest way that a rule can count. */
const MOST_DAYS = 9999;

/** What the project's answers left out comes back behind its neighbour of the template. */
function withLeftOut(present: readonly TemplateItem[], planned: readonly TemplateItem[]): TemplateItem[] {
  const items = [...present];
  planned.forEach((item, index) => {
    if (items.some(({ place }) => place === item.place)) return;
    const before = planned[index - 1]?.place;
    items.splice(items.findIndex(({ place }) => place === before) + 1, 0, item);
  });
  return items;
}

function teamsOf(base: Template, teams: readonly Team[]): Template['teams'] {
  const own = teams.map(({ key, name, nameEn }) => ({ key, name, nameEn: nameEn ?? name }));
  return [...own, ...base.teams.filter(({ key }) => !own.some((team) => team.key === key))];
}
