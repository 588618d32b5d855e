export { AccessModule } from './access.module';
export { actorOf, allow, type SignedIn } from './allow';
export * from './can';
export { PeopleQueries, personRefs, type PersonRef, type PersonSummary, personSummary } from './people.queries';
export { type Locale, LOCALES, Person } from './person.entity';
export {
  CurrentPerson,
  CurrentSession,
  isWorkspaceAction,
  Policy,
  POLICY,
  Public,
  PUBLIC,
  type SessionRequest,
  Unattended,
  UNATTENDED,
} from './policy';
export { isTemporary, mayStay, type Stay, temporaryUntil } from './temporary.rules';
export { assertEveryRouteHasPolicy, routesWithoutPolicy } from './route-policies';
