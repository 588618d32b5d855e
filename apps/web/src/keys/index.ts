export type { Key } from './bindings';
export { EverywhereKeys } from './EverywhereKeys';
export { keysHelp } from './help';
export { useKeys } from './useKeys';
