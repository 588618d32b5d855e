import type { Preview } from '../../api/types';

export interface Followed {
  anchors: { key: string; name: string; nameEn: string; from: string; to: string }[];
  /** Work items whose due day moved. */
  workItems: number;
}

type Planned = Pick<Preview, 'anchors'> & { items: readonly Pick<Preview['items'][number], 'place' | 'dueDay'>[] };

/** What moved along when days were changed; what was set by hand did not follow anything. */
export function followed(before: Planned, after: Planned): Followed {
  const dayBefore = new Map(before.anchors.map(({ key, day }) => [key, day]));
  const dueBefore = new Map(before.items.map(({ place, dueDay }) => [place, dueDay]));
  const isEvent = (key: string) => key === 'opening' || key === 'closing';
  return {
    anchors: after.anchors.flatMap(({ key, name, nameEn, day, given }) => {
      const from = dayBefore.get(key);
      return given || isEvent(key) || from === undefined || from === day ? [] : [{ key, name, nameEn, from, to: day }];
    }),
    workItems: after.items.filter(({ place, dueDay }) => (dueBefore.get(place) ?? dueDay) !== dueDay).length,
  };
}
