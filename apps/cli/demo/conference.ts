import { addDays, type Day, weekday, yearOf } from '@convener/kernel';
import type { StartProject } from '@convener/project-start';
import type { Cast, Role } from './cast';

export const ZONE = 'Asia/Taipei';

/** So long before opening the demo is looked at, and so long before it was started. */
const OPENS_IN_DAYS = 49;
/** So long ago one opened that is over and closed. */
const OPENED_DAYS_AGO = 63;
const STARTED_BEFORE_OPENING_DAYS = 300;

/** Who leads a sub-team and who works in it. */
interface Crew {
  lead: Role;
  members: readonly Role[];
}

export const CREWS: Readonly<Record<string, Crew>> = {
  'project-office': { lead: 'manager', members: ['shihan', 'bohan'] },
  programme: { lead: 'programmeLead', members: ['shihan', 'bohan'] },
  registration: { lead: 'programmeLead', members: ['shihan', 'pinyu'] },
  publicity: { lead: 'programmeLead', members: ['bohan'] },
  'conference-marketing': { lead: 'programmeLead', members: ['bohan', 'shihan'] },
  secretariat: { lead: 'programmeLead', members: ['pinyu'] },
  'lodging-transport': { lead: 'logisticsLead', members: ['pinyu', 'zonghan'] },
  'sponsorship-outsourcing': { lead: 'logisticsLead', members: ['zonghan'] },
  exhibition: { lead: 'logisticsLead', members: ['zonghan', 'pinyu'] },
  'tours-dinner': { lead: 'logisticsLead', members: ['pinyu'] },
  'on-site-staff': { lead: 'logisticsLead', members: ['zonghan', 'bohan'] },
};

/** Under way seven weeks before it opens, or over and closed. */
export type Told = 'running' | 'closed';

/** The day on which it opens: the Wednesday nearest to seven weeks after `today`, or nine weeks before. */
export function openingDay(today: Day, told: Told = 'running'): Day {
  const about = addDays(today, told === 'running' ? OPENS_IN_DAYS : -OPENED_DAYS_AGO);
  return addDays(about, 3 - weekday(about));
}

/** The day on which the running one is looked at; what its people do is told from there. */
export function midway(opening: Day): Day {
  return addDays(opening, -OPENS_IN_DAYS);
}

export function startDay(opening: Day): Day {
  return addDays(opening, -STARTED_BEFORE_OPENING_DAYS);
}

/**
 * The manager's answers: a call for papers, a small exhibition, a dinner, no tours. The bid was won before Convener came
 * into the house, so what lies in the past on the first day counts as done.
 */
export function conference(opening: Day, cast: Cast): StartProject {
  return {
    template: 'conference',
    name: `${yearOf(opening)} 亞太永續城市國際研討會`,
    client: '臺灣永續城市學會（示範）',
    venue: '臺北國際會議中心',
    zone: ZONE,
    opening,
    closing: addDays(opening, 2),
    options: {
      internationalBid: false,
      papers: true,
      exhibition: true,
      hotels: true,
      dinner: true,
      tours: false,
      certificates: true,
      temporaryStaff: true,
    },
    lateStart: 'already-done',
    teams: Object.entries(CREWS).map(([team, { lead, members }]) => ({
      team,
      leads: [cast[lead].personId],
      members: members.map((role) => cast[role].personId),
    })),
  };
}
