import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { toDocx } from './docx/to-docx';
import type { Paper, PaperFormat } from './paper';
import type { PicturePaths } from './pdf/picture-slabs';
import { toPdf } from './pdf/to-pdf';
import { toXlsx } from './xlsx/to-xlsx';

/** What is asked of the worker, one at a time, and what it answers. */
export interface PressJob {
  paper: Paper;
  format: PaperFormat;
  pictures: PicturePaths;
  path: string;
}

export type PressAnswer = { progress: number } | { done: true } | { failed: Error };

const RENDER = { pdf: toPdf, docx: toDocx, xlsx: toXlsx };
/** Progress in hundredths: nobody sees more, and each message wakes the other thread. */
const STEP = 0.01;

// On Linux each thread has its own: whoever waits for a page goes before whoever waits for a report.
if (process.platform === 'linux' && parentPort) setPriority(10);

const port = parentPort;
const answer = (message: PressAnswer) => port?.postMessage(message);

port?.on('message', ({ paper, format, pictures, path }: PressJob) => {
  let told = 0;
  const onProgress = (share: number) => {
    if (share - told < STEP) return;
    told = share;
    answer({ progress: share });
  };
  RENDER[format](paper, pictures, path, onProgress).then(
    () => answer({ done: true }),
    (error: unknown) => answer({ failed: error instanceof Error ? error : new Error(String(error)) }),
  );
});
