import {
  keyedBy,
  kindOf,
  type Template,
  type TemplateCheck,
  type TemplateDeliverable,
  type TemplateItem,
} from '@convener/templates';
import { leaveOutText, listText, optionText } from './difference-words';

export type DifferentKind = 'item' | 'deliverable' | 'check' | 'option' | 'team' | 'anchor' | 'list' | 'reminders';
/** `re-dated`: its rules; `moved`: stage, workflow or sub-team; `duties`: who prepares, accepts, shows evidence, and its kind. */
export type DifferenceWhat =
  'added' | 'left-out' | 'reworded' | 're-dated' | 'moved' | 'condition' | 'duties' | 'predecessors' | 'changed';

/** One field as it was and as it is; texts as people read them, rules as plans write them. */
export interface DifferentField {
  field: string;
  before: string | null;
  after: string | null;
}

/** One way in which a template differs from another. `id` names it among all differences of the two. */
export interface TemplateDifference {
  id: string;
  kind: DifferentKind;
  what: DifferenceWhat;
  /** Place of a row, key of an option, sub-team or anchor. */
  place: string;
  /** The place of its work item, for a deliverable or check. */
  item: string | null;
  title: string;
  titleEn: string;
  fields: readonly DifferentField[];
}

type Row = { place: string } & Record<string, unknown>;
type Named = Pick<TemplateDifference, 'kind' | 'place' | 'item' | 'title' | 'titleEn'>;
type Aspects = Partial<Record<DifferenceWhat, readonly string[]>>;

const ITEM_ASPECTS: Aspects = {
  reworded: ['title', 'titleEn', 'guidance'],
  're-dated': ['start', 'due'],
  moved: ['stage', 'workflow', 'team'],
  condition: ['leaveOut'],
  duties: ['owner'],
  predecessors: ['after'],
};
const DELIVERABLE_ASPECTS: Aspects = {
  reworded: ['title', 'titleEn'],
  're-dated': ['start', 'due'],
  condition: ['leaveOut'],
  duties: ['preparer', 'accepter', 'evidence', 'kind', 'document'],
};
const CHECK_ASPECTS: Aspects = { reworded: ['text'], moved: ['stage'], condition: ['leaveOut'] };

/** How `after` differs from `before`, in the order of `after`; what is left out comes at the end of its kind. */
export function compareTemplates(before: Template, after: Template): TemplateDifference[] {
  return [
    ...itemDifferences(before, after),
    ...keyedDifferences('option', before.options, after.options, (option) => ({
      title: option.question.zh,
      titleEn: option.question.en,
      text: optionText(option),
    })),
    ...keyedDifferences('team', before.teams, after.teams, ({ name, nameEn }) => ({
      title: name,
      titleEn: nameEn,
      text: `${name} / ${nameEn}`,
    })),
    ...keyedDifferences('anchor', before.anchors, after.anchors, ({ name, nameEn, default: rule }) => ({
      title: name,
      titleEn: nameEn,
      text: rule ?? '',
    })),
    ...keyedDifferences('list', listsByName(before), listsByName(after), (list) => ({
      title: list.name,
      titleEn: list.nameEn ?? list.name,
      text: listText(list),
    })),
    ...reminderDifferences(before, after),
  ];
}

function itemDifferences(before: Template, after: Template): TemplateDifference[] {
  const words = { before: conditionWords(before), after: conditionWords(after) };
  const old = keyedBy(before.items, ({ place }) => place);
  const kept = new Set(after.items.map(({ place }) => place));
  const present = after.items.flatMap((item) => {
    const was = old.get(item.place);
    const named = nameOfItem(item);
    if (!was) return [whole('added', named)];
    return [
      ...aspects(named, ITEM_ASPECTS, rowOf(was, words.before), rowOf(item, words.after)),
      ...partDifferences('deliverable', item, was.deliverables, item.deliverables, words),
      ...partDifferences('check', item, was.checks, item.checks, words),
    ];
  });
  const gone = before.items.filter(({ place }) => !kept.has(place)).map((item) => whole('left-out', nameOfItem(item)));
  return [...present, ...gone];
}

type Part = TemplateDeliverable | TemplateCheck;
type ConditionWords = (leaveOut: TemplateItem['leaveOut']) => string | null;

function partDifferences(
  kind: 'deliverable' | 'check',
  { place: item }: TemplateItem,
  before: readonly Part[],
  after: readonly Part[],
  words: { before: ConditionWords; after: ConditionWords },
): TemplateDifference[] {
  const old = keyedBy(before, ({ place }) => place);
  const kept = new Set(after.map(({ place }) => place));
  const named = (part: Part): Named => ({ kind, place: part.place, item, ...titleOf(part) });
  return [
    ...after.flatMap((part) => {
      const was = old.get(part.place);
      if (!was) return [whole('added', named(part))];
      const known = kind === 'check' ? CHECK_ASPECTS : DELIVERABLE_ASPECTS;
      return aspects(named(part), known, rowOf(was, words.before), rowOf(part, words.after));
    }),
    ...before.filter(({ place }) => !kept.has(place)).map((part) => whole('left-out', named(part))),
  ];
}

function keyedDifferences<T extends { key: string }>(
  kind: 'option' | 'team' | 'anchor' | 'list',
  before: readonly T[],
  after: readonly T[],
  say: (entry: T) => { title: string; titleEn: string; text: string },
): TemplateDifference[] {
  const old = keyedBy(before, ({ key }) => key);
  const kept = new Set(after.map(({ key }) => key));
  const named = (entry: T): Named => {
    const { title, titleEn } = say(entry);
    return { kind, place: entry.key, item: null, title, titleEn };
  };
  return [
    ...after.flatMap((entry) => {
      const was = old.get(entry.key);
      if (!was) return [whole('added', named(entry))];
      return aspects(named(entry), { changed: ['text'] }, { place: '', ...say(was) }, { place: '', ...say(entry) });
    }),
    ...before.filter(({ key }) => !kept.has(key)).map((entry) => whole('left-out', named(entry))),
  ];
}

const listsByName = ({ lists = [] }: Template) => lists.map((list) => ({ ...list, key: list.name }));

function reminderDifferences(before: Template, after: Template): TemplateDifference[] {
  const text = ({ reminders: { at, rules } }: Template) =>
    [at, ...rules.map(({ days, workingDays }) => (days !== undefined ? `${days}d` : `${workingDays}wd`))].join(', ');
  const named: Named = { kind: 'reminders', place: 'reminders', item: null, title: '提醒', titleEn: 'Reminders' };
  const row = (template: Template) => ({ place: 'reminders', reminders: text(template) });
  return aspects(named, { changed: ['reminders'] }, row(before), row(after));
}

function aspects(named: Named, known: Aspects, before: Row, after: Row): TemplateDifference[] {
  return Object.entries(known).flatMap(([what, names]) => {
    const fields = names
      .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
      .filter((field) => field.before !== field.after);
    return fields.length === 0 ? [] : [difference(named, what as DifferenceWhat, fields)];
  });
}

const whole = (what: 'added' | 'left-out', named: Named) => difference(named, what, []);

function difference(named: Named, what: DifferenceWhat, fields: readonly DifferentField[]): TemplateDifference {
  return { id: `${what}:${named.kind}:${named.place}`, ...named, what, fields };
}

function nameOfItem(item: TemplateItem): Named {
  return { kind: 'item', place: item.place, item: null, title: item.title, titleEn: item.titleEn };
}

function titleOf(part: Part): { title: string; titleEn: string } {
  return 'text' in part ? { title: part.text, titleEn: part.text } : { title: part.title, titleEn: part.titleEn };
}

function rowOf(row: TemplateItem | Part, words: ConditionWords): Row {
  const kind = 'evidence' in row ? { kind: kindOf(row) } : {};
  return { ...row, ...kind, leaveOut: words(row.leaveOut) };
}

function conditionWords(template: Template): ConditionWords {
  return (leaveOut) => leaveOutText(leaveOut, template.options);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? [...(value as string[])].sort().join(', ') || null : String(value);
}
