import type { Me } from '../../api/types';

/** The places of the app. `main` ones stand in the bar at the foot of a phone, the others under "more". */
export const PLACES = [
  { to: '/my-work', key: 'myWork', main: true, who: 'all' },
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

export const placesFor = (me: Me) => PLACES.filter((place) => place.who === 'all' || me.workspaceRole === 'admin');
