import { useState } from 'react';
import { newUpload, sendFile, type Upload } from '../../../api/upload';
import { queryClient } from '../../../app/queryClient';

/** One file on its way, or one that did not get through. */
export interface Sending extends Upload {
  /** From 0 to 1. */
  part: number;
  error: unknown;
}

/** Sends files to an address of the API one after another; what fails stays with its reason until it is sent again or put away. */
export function useUploads(path: string, onKept?: (answer: unknown) => void) {
  const [all, setAll] = useState<readonly Sending[]>([]);
  const change = (key: string, changes: Partial<Sending>) =>
    setAll((now) => now.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const drop = (key: string) => setAll((now) => now.filter((one) => one.key !== key));

  const send = async (upload: Upload) => {
    change(upload.key, { part: 0, error: null });
    try {
      const answer = await sendFile(upload, (part) => change(upload.key, { part }));
      drop(upload.key);
      onKept?.(answer);
      await queryClient.invalidateQueries();
    } catch (error) {
      change(upload.key, { error });
    }
  };
  const add = async (files: readonly File[], replaces?: string) => {
    const to = `${path}${replaces ? `?replaces=${replaces}` : ''}`;
    const uploads = files.map((file) => newUpload(to, file));
    setAll((now) => [...now, ...uploads.map((upload) => ({ ...upload, part: 0, error: null }))]);
    for (const upload of uploads) await send(upload);
  };
  return { all, add, retry: (upload: Upload) => void send(upload), drop };
}

export type Uploads = ReturnType<typeof useUploads>;
