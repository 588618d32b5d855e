import { type Actor, can } from '@convener/access';
import { notFound } from '@convener/kernel';
import type { Deliverable } from './deliverable.entity';
import type { EvidenceFile } from './evidence-file.entity';
import type { Evidence } from './evidence.entity';
import { isSettled } from './transitions';
import type { WorkItem } from './work-item.entity';

type Kept = Pick<EvidenceFile, 'evidenceId' | 'seriesId' | 'seriesVersion' | 'givenSha256'>;

export interface GivenVersion {
  /** The evidence that it would come with. */
  evidenceId: string;
  givenSha256: string;
  /** Any version of the file that it takes the place of; null for a file of its own. */
  replaces: string | null;
}

type Place = Pick<EvidenceFile, 'seriesId' | 'seriesVersion'>;

/**
 * Where a file belongs among those of its deliverable; null where the very same one is in view there already, as when an
 * upload is sent again. Throws notFound where it should replace what is not there.
 */
export function placeOf(files: readonly Kept[], { evidenceId, givenSha256, replaces }: GivenVersion): Place | null {
  const series = replaces === null ? null : files.find((file) => file.evidenceId === replaces)?.seriesId;
  if (series === undefined) throw notFound();
  const rivals = newestOf(files).filter((file) => series === null || file.seriesId === series);
  if (rivals.some((file) => file.givenSha256 === givenSha256)) return null;
  if (series === null) return { seriesId: evidenceId, seriesVersion: 1 };
  return { seriesId: series, seriesVersion: Math.max(...rivals.map((file) => file.seriesVersion)) + 1 };
}

/** The newest version of each file. */
export function newestOf<F extends Place>(files: readonly F[]): F[] {
  const newest = new Map<string, F>();
  for (const file of files) {
    const other = newest.get(file.seriesId);
    if (!other || other.seriesVersion < file.seriesVersion) newest.set(file.seriesId, file);
  }
  return [...newest.values()];
}

/** What somebody accepted must stay what they saw: from then on only a manager takes files away. */
export function mayRemoveFile(
  actor: Actor,
  { teamId, assigneeId }: Pick<WorkItem, 'teamId' | 'assigneeId'>,
  deliverable: Pick<Deliverable, 'status'>,
  { addedBy }: Pick<Evidence, 'addedBy'>,
): boolean {
  if (isSettled(deliverable)) return can(actor, 'project.edit');
  return can(actor, 'evidence.remove', { teamId, assigneeId, addedBy });
}
