export { AcceptancesQueries } from './acceptances.queries';
export { HandOutQueries } from './hand-out.queries';
export type { AcceptanceCard, HandOutPerson, HandOutTeam } from './my-views';
export { MyWorkModule } from './my-work.module';
export { MyWorkQueries } from './my-work.queries';
export type { NextStep } from './next-step';
export { WorkSearchQueries } from './work-search.queries';
