import type { ImportPreview } from '../../../../api/types';

/** How a file is to be read; what is left out the server proposes. */
export interface Asked {
  sheet?: string;
  mapping?: readonly (string | null)[];
  /** Empty: every row is new. */
  key?: string;
}

/**
 * The last preview with what has been chosen since: while another is on its way, or where it was refused, nothing that
 * somebody chose falls back to what was before.
 */
export function withChoices(last: ImportPreview, { sheet, mapping, key }: Asked): ImportPreview {
  return {
    ...last,
    sheet: sheet ?? last.sheet,
    mapping: [...(mapping ?? last.mapping)],
    key: key === undefined ? last.key : key || null,
  };
}

/** The same with one heading going elsewhere. A column is filled from one place; rows are known by one that is filled. */
export function remapped(shown: ImportPreview, at: number, column: string | null): Required<Omit<Asked, 'sheet'>> {
  const mapping = shown.mapping.map((one, index) => {
    if (index === at) return column;
    return one === column ? null : one;
  });
  return { mapping, key: shown.key !== null && mapping.includes(shown.key) ? shown.key : '' };
}
