const HOUSE = 'house-';

/** The address of a house template, from the id of its row: its name may change and may be in any script. */
export const houseSlug = (id: string): string => `${HOUSE}${id.slice(-12)}`;

/** Made by this house, not delivered with the product. */
export const isHouseSlug = (slug: string): boolean => slug.startsWith(HOUSE);
