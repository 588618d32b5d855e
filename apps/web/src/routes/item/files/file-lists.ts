import type { Deliverable } from '../../../api/types';

export type Evidence = Deliverable['evidenceList'][number];
export type EvidenceFile = Evidence & { file: NonNullable<Evidence['file']> };

/** What iPhones then turn their photos into, and what the server takes. */
export const ACCEPT = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv';

export const isFile = (evidence: Evidence): evidence is EvidenceFile => evidence.file !== null;

/** What is in view: all evidence but versions that a newer one has taken the place of. */
export const inView = (list: readonly Evidence[]) => list.filter(({ file }) => file?.current ?? true);

/** The older versions of a file, newest first. */
export function olderOf(list: readonly Evidence[], { file }: EvidenceFile): EvidenceFile[] {
  return list
    .filter(isFile)
    .filter((other) => other.file.series === file.series && !other.file.current)
    .sort((a, b) => b.file.version - a.file.version);
}

export const downloadOf = (evidence: Evidence) => `/api/evidence/${evidence.id}/file`;
export const previewOf = (evidence: Evidence) => `${downloadOf(evidence)}?preview=1`;
export const isPicture = ({ file }: EvidenceFile) => file.mediaType.startsWith('image/');
export const isPdf = ({ file }: EvidenceFile) => file.mediaType === 'application/pdf';

/** `1.2 MB`, `340 KB`. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
