import { session } from './client';
import { newKey } from './once';
import { ApiError, type Problem } from './problem';

export interface Upload {
  /** Of the API. */
  path: string;
  file: File;
  /** Sent again under the same key, a file is added once. */
  key: string;
}

export const newUpload = (path: string, file: File): Upload => ({ path, file, key: newKey() });

/** Sends one file; `onProgress` is told how much of it has gone, from 0 to 1. Answers what the server does. Throws ApiError as every request does. */
export function sendFile({ path, file, key }: Upload, onProgress: (part: number) => void): Promise<unknown> {
  const form = new FormData();
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', path);
    request.setRequestHeader('X-Requested-With', 'convener');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) return resolve(bodyOf(request.responseText));
      if (request.status === 401) session.onEnd();
      reject(new ApiError(request.status, bodyOf(request.responseText), true));
    };
    request.onerror = () => reject(new ApiError(0, null, true));
    request.send(form);
  });
}

function bodyOf(text: string): (Problem & Record<string, unknown>) | null {
  try {
    return JSON.parse(text) as Problem & Record<string, unknown>;
  } catch {
    return null;
  }
}
