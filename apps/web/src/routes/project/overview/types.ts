import type { components } from '../../../api/schema';

type Schemas = components['schemas'];
export type Overview = Schemas['Overview'];
export type WaitingDeliverable = Schemas['WaitingDeliverable'];
export type StandardCoverage = Schemas['StandardCoverage'];
