import {
  type Anchor,
  horizonOf,
  keyedBy,
  type ReminderPolicy,
  type Template,
  type TemplateCheck,
  type TemplateDeliverable,
  type TemplateItem,
  type TemplateList,
  type TemplateOption,
  type TemplateTeam,
} from '@convener/templates';

/** What a house decides of a deliverable; `place` is null for one that is new. */
export interface HouseDeliverable extends Omit<TemplateDeliverable, 'place' | 'code' | 'condition'> {
  place: string | null;
}

export interface HouseCheck extends Omit<TemplateCheck, 'place' | 'code' | 'condition'> {
  place: string | null;
}

/** What a house decides of a work item. What the standard says of its place is not the house's to change. */
export interface HouseItem extends Omit<
  TemplateItem,
  'place' | 'standard' | 'edition' | 'code' | 'condition' | 'level' | 'deliverables' | 'checks'
> {
  place: string | null;
  deliverables: readonly HouseDeliverable[];
  checks: readonly HouseCheck[];
}

/** Everything of a template that a house decides: the body of its draft. */
export interface HouseContent {
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  anchors: readonly Anchor[];
  options: readonly TemplateOption[];
  teams: readonly TemplateTeam[];
  items: readonly HouseItem[];
  reminders: ReminderPolicy;
  /** They stay as they are where this is left out: lists are kept from a project, not written by hand. */
  lists?: readonly TemplateList[];
}

export function contentOf(template: Template): HouseContent {
  const { name, nameEn, description, descriptionEn, anchors, options, teams, items, reminders } = template;
  return {
    name,
    nameEn,
    description,
    descriptionEn,
    anchors,
    options,
    teams,
    items: items.map(houseItemOf),
    reminders,
  };
}

/** The decisions of one work item, without what its standard says. */
export function houseItemOf({
  standard: _s,
  edition: _e,
  code: _c,
  condition: _n,
  level: _l,
  ...item
}: TemplateItem): HouseItem {
  return {
    ...item,
    deliverables: item.deliverables.map(({ code: _code, condition: _condition, ...row }) => row),
    checks: item.checks.map(({ code: _code, condition: _condition, ...check }) => check),
  };
}

/** A house's own rows: they come from no standard. */
export const isOwnPlace = (place: string): boolean => place.startsWith('house/');

/** `unknown`: pointers of rows whose place neither the draft nor a standard it covers has. */
export interface Drafted {
  template: Template;
  nextOwn: number;
  unknown: readonly string[];
}

/**
 * The template that a draft becomes with this content: the facts of each place from the draft as it was, else from
 * `plans`, the full plans of its standards; rows without a place get `house/<slug>/<n>`, counted on from `nextOwn`.
 * Merges whose question or target is gone go with it.
 */
export function drafted(
  current: Template,
  content: HouseContent,
  plans: readonly Template[],
  nextOwn: number,
): Drafted {
  const facts = factsOf([current, ...plans]);
  const unknown: string[] = [];
  let own = nextOwn;
  const placed = (place: string | null, known: ReadonlyMap<string, unknown>, pointer: string): string => {
    if (place === null) return `house/${current.slug}/${own++}`;
    if (!known.has(place)) unknown.push(`${pointer}/place`);
    return place;
  };
  const items = content.items.map((item, index): TemplateItem => {
    const at = `/items/${index}`;
    const place = placed(item.place, facts.items, at);
    const known = facts.items.get(place);
    return {
      ...item,
      place,
      standard: known?.standard ?? null,
      edition: known?.edition ?? null,
      code: known?.code ?? null,
      condition: known?.condition ?? null,
      level: known?.level ?? null,
      deliverables: item.deliverables.map((row, part) => {
        const rowPlace = placed(row.place, facts.deliverables, `${at}/deliverables/${part}`);
        const fact = facts.deliverables.get(rowPlace);
        return { ...row, place: rowPlace, code: fact?.code ?? null, condition: fact?.condition ?? null };
      }),
      checks: item.checks.map((check, part) => {
        const checkPlace = placed(check.place, facts.checks, `${at}/checks/${part}`);
        const fact = facts.checks.get(checkPlace);
        return { ...check, place: checkPlace, code: fact?.code ?? null, condition: fact?.condition ?? null };
      }),
    };
  });
  const template = { ...current, ...content, items };
  return { template: { ...template, merges: mergesLeft(template) }, nextOwn: own, unknown };
}

/** How far ahead its work starts; only for a template without problems. */
export function withHorizon(template: Template): Template {
  return { ...template, horizonDays: horizonOf(template.items, template.anchors) };
}

function mergesLeft({ merges, options, items }: Template): Template['merges'] {
  const places = new Set(items.flatMap(({ deliverables }) => deliverables.map(({ place }) => place)));
  return merges.filter(({ option, into }) => places.has(into) && options.some(({ key }) => key === option));
}

function factsOf(templates: readonly Template[]) {
  const items = templates.flatMap((template) => template.items);
  return {
    items: keyedBy(items, ({ place }) => place),
    deliverables: keyedBy(
      items.flatMap(({ deliverables }) => deliverables),
      ({ place }) => place,
    ),
    checks: keyedBy(
      items.flatMap(({ checks }) => checks),
      ({ place }) => place,
    ),
  };
}
