import type { RegisterColumn } from '@convener/register-presets';
import type { Register } from './register.entity';
import type { RegisterRow } from './register-row.entity';

const LONGEST = 2000;

type Told = Pick<RegisterColumn, 'key' | 'name' | 'type' | 'personal'>;

/**
 * What a finding says, line by line, for a lesson to be made of it. What is personal stays in the list, and so does who
 * reported it or is in charge: lessons are read by people of other projects.
 */
export function lessonTextOf(
  { columns }: { columns: readonly Told[] } & Pick<Register, 'id'>,
  { cells }: Pick<RegisterRow, 'cells'>,
): string {
  const said = columns
    .filter(({ type, personal }) => type === 'text' && !personal)
    .map(({ key, name }) => [name, String(cells[key] ?? '').trim()] as const)
    .filter(([, text]) => text !== '');
  const lines = said.map(([name, text], at) => (at === 0 ? text : `${name}：${text}`));
  return [...lines.join('\n')].slice(0, LONGEST).join('');
}
