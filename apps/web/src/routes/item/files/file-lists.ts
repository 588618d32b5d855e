import type { Deliverable } from '../../../api/types';

export type Evidence = Deliverable['evidenceList'][number];
export type EvidenceFile = Evidence & { file: NonNullable<Evidence['file']> };

/** What iPhones then turn their photos into, and what the server takes. */
export const ACCEPT = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv';

/** A file and where it is fetched from, whatever it belongs to. */
export interface LookedAt {
  file: Pick<NonNullable<Evidence['file']>, 'name' | 'mediaType' | 'width' | 'height'>;
  href: string;
}

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
/** Where a browser shows what is saved at `href`. */
export const shownAt = (href: string) => `${href}?preview=1`;
export const previewOf = (evidence: Evidence) => shownAt(downloadOf(evidence));
export const isPicture = ({ file }: Pick<LookedAt, 'file'>) => file.mediaType.startsWith('image/');
export const isPdf = ({ file }: Pick<LookedAt, 'file'>) => file.mediaType === 'application/pdf';
/** In a page; what is not for this reader is not even offered. */
export const mayBeLookedAt = (evidence: EvidenceFile) =>
  evidence.file.mayOpen && (isPicture(evidence) || isPdf(evidence));

/** `1.2 MB`, `340 KB`. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
