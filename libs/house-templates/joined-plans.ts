import { keyedBy, type Template } from '@convener/templates';

/** All tasks of these plans as one template, with the reminders of `template`: what it could have been. */
export function joinedPlans(template: Template, plans: readonly Template[]): Template {
  const union = <T extends { key: string }>(listOf: (plan: Template) => readonly T[]) => [
    ...keyedBy(plans.flatMap(listOf), ({ key }) => key).values(),
  ];
  return {
    ...template,
    items: plans.flatMap(({ items }) => items),
    anchors: union(({ anchors }) => anchors),
    options: union(({ options }) => options),
    teams: union(({ teams }) => teams),
  };
}
