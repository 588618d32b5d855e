import type { Catalog } from './catalog.schema';
import { doublesOf, ownAnchorProblems } from './catalog-checks';
import type { MergeSeed } from './seed.schema';

/** What a composed or workflow template itself decides. */
export interface TemplateParts {
  anchors: Readonly<Record<string, string>>;
  /** The standards it takes, in its order. */
  standards: readonly string[];
  merges: readonly MergeSeed[];
}

/** What is wrong with a template apart from its plans: standards and merge questions named twice, anchors that don't count. */
export function templateProblems({ anchors, standards, merges }: TemplateParts, catalog: Catalog): string[] {
  const questions = [...catalog.options.map(({ key }) => key), ...merges.map(({ option }) => option)];
  return [
    ...ownAnchorProblems(anchors, catalog),
    ...doublesOf(standards).map((slug) => `standards: "${slug}" stands twice`),
    ...doublesOf(questions).map((option) => `merges: "${option}" is already the name of a question`),
  ];
}
