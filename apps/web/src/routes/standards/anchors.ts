/** The place of a row as the part of an address behind `#`: t2-1 for T2.1, t2-1_p2-1-4~2 for the second T2.1/P2.1.4. */
export const anchorOf = (place: string) => place.toLowerCase().replaceAll('.', '-').replaceAll('/', '_');

/** The place inside its standard of a row of a template or project: T2.1 of event-coordinator/T2.1. */
export const placeInStandard = (place: string) => place.slice(place.indexOf('/') + 1);
