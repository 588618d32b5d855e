import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTable } from './access-table';

/** `npm run docs:access`: writes docs/access.md. Run from the repository's root. */
writeFileSync(join(process.cwd(), 'docs/access.md'), accessTable());
