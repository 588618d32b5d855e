import { Module } from '@nestjs/common';
import { CoverageQueries } from './coverage.queries';
import { StandardUseQueries } from './standard-use.queries';

const SERVICES = [CoverageQueries, StandardUseQueries];

/** Which outputs of the standards a project accepts, and who works to which task of a standard. */
@Module({
  providers: SERVICES,
  exports: SERVICES,
})
export class StandardsCoverageModule {}
