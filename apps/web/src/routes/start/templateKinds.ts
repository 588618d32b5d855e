import type { TemplateSummary } from '../../api/types';

export const KINDS = ['conference', 'exhibition', 'event', 'mixed', 'house', 'single', 'workflow'] as const;
export type Kind = (typeof KINDS)[number];

/** Whole events of one kind: what most people look for first. */
export const isEvent = (kind: Kind) => kind === 'conference' || kind === 'exhibition' || kind === 'event';

/** Under which heading somebody looks for a template: whole events by their kind, then the house's own, then parts. */
export function kindOf({ house, kind, event }: Pick<TemplateSummary, 'house' | 'kind' | 'event'>): Kind {
  if (house) return 'house';
  return kind === 'composed' ? (event ?? 'mixed') : kind;
}

export function byKind(templates: readonly TemplateSummary[]): { kind: Kind; templates: TemplateSummary[] }[] {
  return KINDS.map((kind) => ({
    kind,
    templates: templates
      .filter((template) => kindOf(template) === kind)
      .sort((a, b) => Number(a.superseded) - Number(b.superseded)),
  })).filter((group) => group.templates.length > 0);
}
