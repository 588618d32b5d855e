export { Closing, ClosingWaiver } from './closing.entity';
export { ClosingModule } from './closing.module';
export {
  closingOf,
  ClosingQueries,
  type ClosingVersion,
  type ClosingView,
  type OpenGroupView,
  type OpenThingView,
  type WaiverView,
} from './closing.queries';
export { type ClosingFacts, ClosingService, MOST_WAIVED, type NamedThing } from './closing.service';
export { OPEN_KINDS, type OpenKind } from './open-things.rules';
