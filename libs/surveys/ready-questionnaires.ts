import type { Ready } from './ready';
import { ATTENDEES, EXHIBITORS } from './ready-guests';
import { CLIENTS, SPONSORS } from './ready-partners';

export const READY_KEYS = ['attendees', 'exhibitors', 'clients', 'sponsors'] as const;
export type ReadyKey = (typeof READY_KEYS)[number];

/** Questionnaires to begin with, one for each kind of people that an event asks. */
export const READY: Readonly<Record<ReadyKey, Ready>> = {
  attendees: ATTENDEES,
  exhibitors: EXHIBITORS,
  clients: CLIENTS,
  sponsors: SPONSORS,
};
