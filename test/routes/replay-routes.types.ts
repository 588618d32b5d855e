import type { SignedInClient, TestApp } from '../support/app';
import type { Cast, RunningProject } from '../support/builders';

/** What the cases are about, there once the suite has begun. */
export interface World {
  app: TestApp;
  cast: Cast;
  project: RunningProject;
}

export type Method = 'POST' | 'PUT' | 'DELETE';

export interface Asked {
  as: SignedInClient;
  path: string;
  body?: object;
}
