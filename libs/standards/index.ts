export * from './counts';
export { covers, touchedPlaces } from './errata';
export { lint, type LintFinding } from './lint';
export { entryPlaces, placeKeys } from './places';
export { TEXT_KINDS, type TextKind } from './searchable';
export * from './standard.types';
export { loadStandards, readStandard, StandardsError } from './standards.loader';
export { entriesOf, StandardsLibrary } from './standards.library';
export { StandardsModule } from './standards.module';
export {
  type Hit,
  type HitGroup,
  type StandardsFound,
  type StandardsQuestion,
  StandardsSearch,
} from './standards-search';
