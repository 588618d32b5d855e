import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `seeds` folder of this installation: beside `libs` in the sources, above `dist` in a build. */
export function seedsFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'seeds');
    if (existsSync(join(found, 'standards'))) return found;
  }
  throw new Error('The seeds folder is missing: run Convener from its own checkout or image.');
}
