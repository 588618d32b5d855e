import { RULES } from '@convener/access';

/** docs/access.md as the one table that decides has it. */
export function accessTable(): string {
  const rows = Object.entries(RULES).map(([action, { says }]) => `| \`${action}\` | ${says} |`);
  return [
    '# Who may do what',
    '',
    '<!-- Printed by `npm run docs:access` from libs/access/can.ts: change it there. -->',
    '',
    'An admin stands in for the manager of every project. Whoever has no part in a project gets 404 for all of it.',
    '',
    '| action | who |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}
