import { type Stage, STAGES, type Template } from './template.types';

export const EVENT_KINDS = ['conference', 'exhibition', 'event'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What is inside a template, for somebody who is choosing one. Each part with its work items, none left out. */
export interface TemplateContents {
  stages: { stage: Stage; workItems: number }[];
  /** The largest first. */
  workflows: { workflow: string; workItems: number }[];
  teams: { key: string; name: string; nameEn: string; workItems: number }[];
}

export function contentsOf({ items, teams }: Pick<Template, 'items' | 'teams'>): TemplateContents {
  const count = (is: (item: Template['items'][number]) => boolean) => items.filter(is).length;
  const workflows = [...new Set(items.map(({ workflow }) => workflow))];
  return {
    stages: STAGES.map((stage) => ({ stage, workItems: count((item) => item.stage === stage) })).filter(hasWork),
    workflows: workflows
      .map((workflow) => ({ workflow, workItems: count((item) => item.workflow === workflow) }))
      .sort((a, b) => b.workItems - a.workItems),
    teams: teams
      .map(({ key, name, nameEn }) => ({ key, name, nameEn, workItems: count(({ team }) => team === key) }))
      .filter(hasWork),
  };
}

const hasWork = ({ workItems }: { workItems: number }) => workItems > 0;

/** A standard's slug begins with the kind of event that it describes; the old standard for conferences says `meeting`. */
const KIND_OF_FAMILY: Readonly<Record<string, EventKind>> = {
  conference: 'conference',
  meeting: 'conference',
  exhibition: 'exhibition',
  event: 'event',
};

/** The kind of event that all standards of a template are about; null where they are about several. */
export function eventKindOf({ standards }: Pick<Template, 'standards'>): EventKind | null {
  const kinds = new Set(standards.map(({ slug }) => KIND_OF_FAMILY[slug.split('-')[0] ?? ''] ?? null));
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
}
