import { useSyncExternalStore } from 'react';
import { reach } from '../api/reach';

/** Whether the server can be reached, as far as this device knows. */
export const useOnline = () => useSyncExternalStore(reach.subscribe, reach.holds);
