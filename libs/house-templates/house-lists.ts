import type { Template, TemplateList, TemplateListColumn } from '@convener/templates';

/** Lists that one template may bring. */
export const MOST_LISTS = 40;

export function listCalled({ lists = [] }: Pick<Template, 'lists'>, name: string): TemplateList | null {
  return lists.find((list) => list.name === name) ?? null;
}

/** A list as the template can keep it: by a sub-team that the template has. */
export function keptIn({ teams }: Pick<Template, 'teams'>, list: TemplateList): TemplateList {
  return { ...list, team: teams.some(({ key }) => key === list.team) ? list.team : null };
}

export function isSameList(one: TemplateList, other: TemplateList): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** With this list: in the place of the one of its name, else behind the others. */
export function withList(template: Template, list: TemplateList): Template {
  const { lists = [] } = template;
  const others = lists.map((other) => (other.name === list.name ? list : other));
  return { ...template, lists: others.includes(list) ? others : [...lists, list] };
}

/** What is left without those of these names. Where none is, the template is as one that has never brought any. */
export function withoutLists(
  { lists = [] }: Pick<Template, 'lists'>,
  names: readonly string[],
): Pick<Template, 'lists'> {
  const left = lists.filter(({ name }) => !names.includes(name));
  return { lists: left.length > 0 ? left : undefined };
}

/**
 * The columns that lead to a list that the template doesn't bring. A project that starts from it has nothing that they
 * could lead to, so that they become text there. Those that lead to a ready list wait for it instead.
 */
export function columnsAsText({ columns }: TemplateList, lists: readonly TemplateList[]): TemplateListColumn[] {
  return columns.filter(({ link }) => link && link.preset === null && !lists.some(({ name }) => name === link.name));
}
