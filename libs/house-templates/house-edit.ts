import {
  type ReminderPolicy,
  rulesOf,
  type Template,
  type TemplateItem,
  type TemplateOption,
  type TemplateTeam,
  usedAnchors,
} from '@convener/templates';
import { contentOf, type HouseContent, type HouseItem, houseItemOf } from './house-content';
import { withoutLists } from './house-lists';

/** Where a row goes: behind the row with this place, or first. */
export type Behind = string | null;

/** Changes of a draft. What is not named stays as it is. */
export interface HouseEdit {
  name?: string;
  nameEn?: string;
  description?: string;
  descriptionEn?: string;
  /** Default rules by anchor. */
  anchors?: readonly { key: string; default: string }[];
  options?: readonly TemplateOption[];
  teams?: readonly TemplateTeam[];
  reminders?: ReminderPolicy;
  items?: readonly ({ place: string } & Partial<Omit<HouseItem, 'place'>>)[];
  add?: Omit<HouseItem, 'place'> & { behind: Behind };
  /** A task of a covered standard that the draft has left out. */
  putBack?: string;
  move?: { place: string; behind: Behind };
  remove?: readonly string[];
  /** Names of lists that projects are no more to start with. */
  removeLists?: readonly string[];
}

export interface Edited {
  content: HouseContent;
  /** Pointers to places and keys that the draft does not have. */
  unknown: readonly string[];
}

/** The draft with these changes. `plans` are the full plans of its standards, from which tasks are put back. */
export function editedContent(template: Template, edit: HouseEdit, plans: readonly Template[]): Edited {
  const { items: changes = [], add, putBack, move, remove = [], removeLists = [], anchors = [], ...rest } = given(edit);
  const content = contentOf(template);
  const known = new Set(content.items.map(({ place }) => place));
  const unknown = [
    ...changes.flatMap(({ place }, index) => (known.has(place) ? [] : [`/items/${index}/place`])),
    ...remove.flatMap((place, index) => (known.has(place) ? [] : [`/remove/${index}`])),
    ...anchors.flatMap(({ key }, index) =>
      content.anchors.some((anchor) => anchor.key === key) ? [] : [`/anchors/${index}/key`],
    ),
    ...removeLists.flatMap((name, index) =>
      template.lists?.some((list) => list.name === name) ? [] : [`/removeLists/${index}`],
    ),
    ...(move && !known.has(move.place) ? ['/move/place'] : []),
    ...(move && move.behind !== null && !known.has(move.behind) ? ['/move/behind'] : []),
    ...(add && add.behind !== null && !known.has(add.behind) ? ['/add/behind'] : []),
    ...(putBack !== undefined && (known.has(putBack) || !taskOf(plans, putBack)) ? ['/putBack'] : []),
  ];
  if (unknown.length > 0) return { content, unknown };
  let items = content.items.map((item) => changed(item, changes));
  items = without(items, remove);
  if (move) items = moved(items, move);
  if (add) items = inserted(items, added(add), add.behind);
  const rules = new Map(anchors.map(({ key, default: rule }) => [key, rule]));
  const ruled = content.anchors.map((anchor) => ({ ...anchor, default: rules.get(anchor.key) ?? anchor.default }));
  const lists = removeLists.length === 0 ? {} : withoutLists(template, removeLists);
  const edited = { ...content, ...rest, anchors: ruled, items, ...lists };
  return { content: putBack === undefined ? edited : withTask(edited, plans, putBack), unknown };
}

/** Without what is undefined: a request's object has all its fields, given or not. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function changed(item: HouseItem, changes: readonly ({ place: string } & Partial<HouseItem>)[]): HouseItem {
  const change = changes.find(({ place }) => place === item.place);
  return change ? { ...item, ...given(change) } : item;
}

function added({ behind: _behind, ...item }: NonNullable<HouseEdit['add']>): HouseItem {
  return { ...item, place: null };
}

/** Whatever waited for what is gone waits for it no more. */
function without(items: readonly HouseItem[], places: readonly string[]): HouseItem[] {
  if (places.length === 0) return [...items];
  const gone = new Set(places);
  return items
    .filter(({ place }) => place === null || !gone.has(place))
    .map((item) => ({ ...item, after: item.after.filter((place) => !gone.has(place)) }));
}

function moved(items: readonly HouseItem[], { place, behind }: { place: string; behind: Behind }): HouseItem[] {
  if (place === behind) return [...items];
  const item = items.find((candidate) => candidate.place === place)!;
  return inserted(
    items.filter((candidate) => candidate !== item),
    item,
    behind,
  );
}

function inserted(items: readonly HouseItem[], item: HouseItem, behind: Behind): HouseItem[] {
  const index = behind === null ? 0 : items.findIndex(({ place }) => place === behind) + 1;
  return [...items.slice(0, index), item, ...items.slice(index)];
}

function taskOf(plans: readonly Template[], place: string): TemplateItem | undefined {
  return plans.flatMap(({ items }) => items).find((item) => item.place === place);
}

/** With a task of a standard at the end, and the questions, sub-team and anchors that it needs. */
function withTask(content: HouseContent, plans: readonly Template[], place: string): HouseContent {
  const plan = plans.find(({ items }) => items.some((item) => item.place === place))!;
  const task = taskOf(plans, place)!;
  const known = new Set(content.items.map((item) => item.place));
  const asked = new Set([task, ...task.deliverables, ...task.checks].flatMap(({ leaveOut }) => Object.keys(leaveOut)));
  const used = usedAnchors(rulesOf([task]), plan.anchors);
  const back = { ...houseItemOf(task), after: task.after.filter((before) => known.has(before)) };
  return {
    ...content,
    items: [...content.items, back],
    options: joined(
      content.options,
      plan.options.filter(({ key }) => asked.has(key)),
    ),
    teams: joined(
      content.teams,
      plan.teams.filter(({ key }) => key === task.team),
    ),
    anchors: joined(
      content.anchors,
      plan.anchors.filter(({ key }) => used.has(key)),
    ),
  };
}

function joined<T extends { key: string }>(own: readonly T[], more: readonly T[]): T[] {
  return [...own, ...more.filter(({ key }) => !own.some((entry) => entry.key === key))];
}
