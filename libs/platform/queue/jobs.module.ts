import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JOBS_OPTIONS, JobRunner, type JobsOptions } from './job-runner';

/** Imported once by each app: decides whether its process runs jobs (worker, or API without Redis) or only adds them. */
@Module({})
export class JobsModule {
  static forRoot(options: JobsOptions): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule],
      providers: [JobRunner, { provide: JOBS_OPTIONS, useValue: options }],
    };
  }
}
