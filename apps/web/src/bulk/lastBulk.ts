/** A change of many work items that its author may want back. */
export interface LastBulk {
  projectId: string;
  batchId: string;
}

let last: LastBulk | null = null;

/** The last one made on this device, for Ctrl+Z; forgotten once it is taken back or the page is loaded anew. */
export const lastBulk = {
  of: (projectId: string) => (last?.projectId === projectId ? last : null),
  set: (made: LastBulk) => {
    last = made;
  },
  forget: (batchId: string) => {
    if (last?.batchId === batchId) last = null;
  },
};
