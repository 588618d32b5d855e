import type { Bilingual } from '@convener/kernel';

/** A backup or restore that is refused; the text says why and what to do. */
export class BackupError extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
  }
}
