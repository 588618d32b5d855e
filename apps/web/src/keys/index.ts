export type { Key } from './bindings';
export { EverywhereKeys } from './EverywhereKeys';
export { useKeys } from './useKeys';
