import type { Me } from '../../api/types';

/** The places of the app. `main` ones stand in the bar at the foot of a phone, the others under "more". */
export const PLACES = [
  { to: '/my-work', key: 'myWork', main: true, who: 'all' },
  { to: '/team-work', key: 'teamWork', main: true, who: 'temporary' },
  { to: '/acceptance', key: 'acceptance', main: false, who: 'all' },
  { to: '/projects', key: 'projects', main: true, who: 'all' },
  { to: '/inbox', key: 'inbox', main: true, who: 'all' },
  { to: '/templates', key: 'templates', main: false, who: 'all' },
  { to: '/standards', key: 'standards', main: false, who: 'all' },
  { to: '/people', key: 'people', main: false, who: 'admin' },
  { to: '/calendars', key: 'calendars', main: false, who: 'admin' },
  { to: '/outbox', key: 'outbox', main: false, who: 'admin' },
  { to: '/operations', key: 'operations', main: false, who: 'admin' },
  { to: '/account', key: 'account', main: false, who: 'all' },
] as const;

export type Place = (typeof PLACES)[number];

/** All that temporary staff have: their work, their sub-team's, their inbox and who they are. */
const OF_TEMPORARY: readonly Place['key'][] = ['myWork', 'teamWork', 'inbox', 'account'];

export function placesFor(me: Me): readonly (Omit<Place, 'main'> & { main: boolean })[] {
  if (me.temporary)
    return PLACES.filter(({ key }) => OF_TEMPORARY.includes(key)).map((place) => ({ ...place, main: true }));
  return PLACES.filter(({ who }) => who === 'all' || (who === 'admin' && me.workspaceRole === 'admin'));
}
