import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { isHouseSlug } from './house-slug';

export interface PublishedHouse {
  slug: string;
  version: number;
}

/** The published versions of the house that projects can start from now, by name. */
export const PUBLISHED_HOUSE = `
  SELECT slug, published_version AS version FROM house_templates WHERE status = 'published' ORDER BY name, id`;

/** The one with this slug; null where projects can't start from it now. */
export async function publishedHouse(em: EntityManager, slug: string): Promise<PublishedHouse | null> {
  if (!isHouseSlug(slug)) return null;
  const [found] = await plainRows<PublishedHouse>(em, ONE, [slug]);
  return found ?? null;
}

const ONE = `SELECT slug, published_version AS version FROM house_templates WHERE status = 'published' AND slug = ?`;
