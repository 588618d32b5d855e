import { CallerError } from './errors';

/** Somebody else was faster (412). Whoever answers it adds the present `version` and `current` state. */
export const versionMoved = () =>
  new CallerError(412, 'version-moved', {
    zh: '這筆資料在您編輯時已被更改，請看過最新內容再儲存。',
    en: 'This was changed while you were editing. Look at the present state, then save again.',
  });

/** Throws 412 unless the row still has the version that the caller last saw; null stands for "whatever it is now". */
export function requireVersion(row: { version: number }, seen: number | null): void {
  if (seen !== null && seen !== row.version) throw versionMoved();
}
