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

/** What of a file, its deliverable and its work item says who opens it. */
export interface FileToOpen {
  teamId: string | null;
  accepter: string | null;
  addedBy: string;
  forLeads: boolean;
}

type Place = Pick<EvidenceFile, 'seriesId' | 'seriesVersion'>;

/**
 * Where a file belongs among those of its deliverable; null where the very same one is in view there already, as when an
 * upload is sent again. Throws notFound where it should replace what is not there.
 */
export function placeOf(files: readonly Kept[], given: GivenVersion): Place | null {
  const rivals = rivalsOf(files, given);
  if (sameFile(files, given)) return null;
  if (given.replaces === null) return { seriesId: given.evidenceId, seriesVersion: 1 };
  const seriesVersion = Math.max(...rivals.map((file) => file.seriesVersion)) + 1;
  return { seriesId: rivals[0]!.seriesId, seriesVersion };
}

/** The very same file where it is in view already; null where there is none. */
export function sameFile<F extends Kept>(files: readonly F[], given: Omit<GivenVersion, 'evidenceId'>): F | null {
  return rivalsOf(files, given).find((file) => file.givenSha256 === given.givenSha256) ?? null;
}

/** What is in view, of the series that is to go on where there is one. */
function rivalsOf<F extends Kept>(files: readonly F[], { replaces }: Pick<GivenVersion, 'replaces'>): F[] {
  if (replaces === null) return newestOf(files);
  const series = files.find((file) => file.evidenceId === replaces)?.seriesId;
  if (series === undefined) throw notFound();
  return newestOf(files).filter((file) => file.seriesId === series);
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

/**
 * What speaks of people is for managers and leads, for whoever added it, and for whoever accepts the deliverable: nobody
 * accepts what they can't look at.
 */
export function mayOpenFile(actor: Actor, { teamId, accepter, addedBy, forLeads }: FileToOpen): boolean {
  if (!forLeads || addedBy === actor.personId) return true;
  return can(actor, 'documents.make-all') || can(actor, 'deliverable.accept', { teamId, accepter });
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
