import type { Day } from '@convener/kernel';
import type { Project, RowContext } from '@convener/projects';
import type { LateStart, PublishedTemplate, StartAnswers, Template } from '@convener/templates';

type Given = Pick<RowContext, 'projectId' | 'teams' | 'by' | 'now'> &
  Partial<Pick<RowContext, 'present' | 'firstPosition'>>;

/** What rows that come from a template must know of it, and of the project that they go into. */
export function rowContext({ template, version }: PublishedTemplate, given: Given): RowContext {
  return {
    present: new Map(),
    firstPosition: 0,
    ...given,
    templateSlug: template.slug,
    templateVersion: version,
    titles: new Map(
      template.items.flatMap((item) => item.deliverables.map(({ place, title }) => [place, title] as const)),
    ),
    editions: new Map(template.standards.map(({ slug, edition }) => [slug, edition])),
  };
}

/** What the project was started with, as far as a template asks for it. */
export function answersFor(
  project: Pick<Project, 'openingDay' | 'closingDay' | 'anchors' | 'options'>,
  template: Pick<Template, 'anchors' | 'options'>,
  lateStart: LateStart,
): StartAnswers {
  const optionKeys = new Set(template.options.map(({ key }) => key));
  const anchorKeys = new Set(template.anchors.map(({ key }) => key));
  const anchors: Record<string, Day> = {};
  for (const { key, day } of project.anchors) if (anchorKeys.has(key)) anchors[key] = day;
  return {
    opening: project.openingDay,
    closing: project.closingDay,
    anchors,
    options: Object.fromEntries(Object.entries(project.options).filter(([key]) => optionKeys.has(key))),
    lateStart,
  };
}

/** Work items by the place that they come from. */
export function idsByPlace(items: readonly { id: string; place: string | null }[]): Map<string, string> {
  return new Map(items.flatMap(({ id, place }) => (place === null ? [] : [[place, id] as const])));
}
