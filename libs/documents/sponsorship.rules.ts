import { type Day, groupBy } from '@convener/kernel';
import type { BookedRow } from './booked-row';
import { type Hundredths, sumOf } from './money';

export interface Sponsor {
  name: string | null;
  tier: string | null;
  /** What they are to get, in the list's own words. */
  benefits: string | null;
  amount: Hundredths | null;
  /** What they give in goods, where the project has a column for it. */
  inKind: string | null;
  contract: string | null;
  collected: boolean | null;
  promised: Benefit[];
}

export interface Benefit {
  benefit: string | null;
  due: Day | null;
  fulfilled: boolean;
  fulfilledOn: Day | null;
}

/** The key of the column on goods that a project has added; the ready list has none. */
export const IN_KIND = /實物|物資|物品|in[- ]?kind/i;

/** In the order of the list; benefits by the link to their sponsor, or by its name where the column is text. */
export function sponsorsOf(
  sponsors: readonly BookedRow[],
  benefits: readonly BookedRow[],
  inKindKeys: readonly string[],
): Sponsor[] {
  const bySponsor = groupBy(benefits, (row) => row.link('sponsor') ?? row.text('sponsor'));
  return sponsors.map((row) => {
    const name = row.text('sponsor');
    const own = [...(bySponsor.get(row.id) ?? []), ...(name === null ? [] : (bySponsor.get(name) ?? []))];
    return {
      ...{ name, tier: row.text('tier'), benefits: row.text('benefits'), amount: row.money('amount') },
      ...{ inKind: row.text(...inKindKeys), contract: row.text('contract'), collected: row.yes('collected') },
      promised: own.map((one) => ({
        ...{ benefit: one.text('benefit'), due: one.day('due'), fulfilledOn: one.day('fulfilledOn') },
        fulfilled: one.yes('fulfilled') === true,
      })),
    };
  });
}

export interface TierSum {
  tier: string | null;
  sponsors: number;
  amount: Hundredths | null;
  collected: Hundredths | null;
  fulfilled: number;
  promised: number;
}

/** `order`: the tiers as the list offers them, highest first; what is none of them comes last. */
export function byTier(
  sponsors: readonly Sponsor[],
  order: readonly string[],
): { tier: string | null; own: Sponsor[] }[] {
  const groups = groupBy(sponsors, ({ tier }) => tier);
  const rest = [...groups.keys()].filter((tier) => tier === null || !order.includes(tier));
  return [...order.filter((tier) => groups.has(tier)), ...rest].map((tier) => ({ tier, own: groups.get(tier)! }));
}

export function tierSum(own: readonly Sponsor[]): Omit<TierSum, 'tier'> {
  const promised = own.flatMap((one) => one.promised);
  return {
    sponsors: own.length,
    amount: sumOf(own.map(({ amount }) => amount)),
    collected: sumOf(own.filter(({ collected }) => collected === true).map(({ amount }) => amount)),
    fulfilled: promised.filter(({ fulfilled }) => fulfilled).length,
    promised: promised.length,
  };
}
