import type { Answers, LeftOut } from './leave-out';
import type { Accepter, Template, TemplateDeliverable, TemplateItem } from './template.types';

/** A deliverable that may stand for several outputs; `sources` are the places of all of them, its own first. */
export interface MergedDeliverable extends TemplateDeliverable {
  sources: readonly string[];
}

export interface MergedItem extends Omit<TemplateItem, 'deliverables'> {
  deliverables: readonly MergedDeliverable[];
}

/**
 * Takes the merges whose option is answered with yes: the deliverable counts once, names all its sources and goes to
 * the merge's accepter. A merge needs its target; sources that were left out before simply don't take part. Checks are never merged.
 */
export function applyMerges(
  template: Template,
  items: readonly TemplateItem[],
  answers: Answers,
): { items: MergedItem[]; leftOut: LeftOut[] } {
  const present = new Map(
    items.flatMap((item) => item.deliverables.map((deliverable) => [deliverable.place, deliverable])),
  );
  const mergedInto = new Map<string, { into: string; accepter: Accepter | null }>();
  for (const merge of template.merges) {
    if (answers[merge.option] !== true || !present.has(merge.into)) continue;
    for (const place of merge.from.filter((from) => present.has(from))) mergedInto.set(place, merge);
  }
  const leftOut = [...mergedInto].map(([place, { into }]): LeftOut => {
    const { title, titleEn } = present.get(place)!;
    const target = present.get(into)!;
    return {
      place,
      title,
      titleEn,
      kind: 'deliverable',
      reason: {
        code: 'merged',
        zh: `併入「${target.title}」(${into})`,
        en: `Merged into "${target.titleEn}" (${into})`,
      },
    };
  });
  const merged = (deliverable: TemplateDeliverable): MergedDeliverable => {
    const from = [...mergedInto].filter(([, { into }]) => into === deliverable.place);
    const accepter = from[0] ? from[0][1].accepter : deliverable.accepter;
    return { ...deliverable, accepter, sources: [deliverable.place, ...from.map(([place]) => place)] };
  };
  return {
    leftOut,
    items: items.map((item) => ({
      ...item,
      deliverables: item.deliverables.filter(({ place }) => !mergedInto.has(place)).map(merged),
    })),
  };
}
