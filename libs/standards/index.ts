export * from './counts';
export { covers } from './errata';
export { lint, type LintFinding } from './lint';
export { placeKeys } from './places';
export * from './standard.types';
export { loadStandards, readStandard, StandardsError } from './standards.loader';
export { entriesOf, StandardsLibrary } from './standards.library';
export { StandardsModule } from './standards.module';
