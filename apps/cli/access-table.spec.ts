import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTable } from './access-table';

it('stands in docs/access.md as it is in the code (npm run docs:access)', () => {
  expect(readFileSync(join(__dirname, '../../docs/access.md'), 'utf8')).toBe(accessTable());
});
