export { StandardsCoverageModule } from './standards-coverage.module';
export { CoverageQueries } from './coverage.queries';
export { type StandardUse, StandardUseQueries } from './standard-use.queries';
