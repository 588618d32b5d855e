import { join } from 'node:path';
import type { Config } from '../config/config';

/** Everything about files stands below it, so that one rename never crosses a disk. */
export function filesFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'files');
}
