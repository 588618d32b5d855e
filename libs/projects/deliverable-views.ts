import { Injectable } from '@nestjs/common';
import { type Actor, PeopleQueries, type PersonRef } from '@convener/access';
import { Clock, groupBy } from '@convener/kernel';
import { readAll } from '@convener/platform';
import { type Crew, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { deliverableAbilities } from './abilities';
import type { Deliverable } from './deliverable.entity';
import { EvidenceFile } from './evidence-file.entity';
import { mayOpenFile, mayRemoveFile, newestOf } from './evidence-files.rules';
import { Evidence } from './evidence.entity';
import { countingDay, isOverdue } from './progress';
import type { Project } from './project.entity';
import { isSettled } from './transitions';
import type { DeliverableView, EvidenceFileView } from './views';
import type { WorkItem } from './work-item.entity';

/** A deliverable with what decides how it looks to the caller. */
export interface SeenDeliverable {
  project: Pick<Project, 'id' | 'zone' | 'status'>;
  item: WorkItem;
  actor: Actor;
  deliverable: Deliverable;
}

/** Turns deliverables into what screens show, with their evidence and what the caller may do. */
@Injectable()
export class DeliverableViews {
  constructor(
    private readonly people: PeopleQueries,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** Those of one work item. */
  ofItem(
    em: EntityManager,
    scope: Omit<SeenDeliverable, 'deliverable'>,
    deliverables: readonly Deliverable[],
  ): Promise<DeliverableView[]> {
    return this.of(
      em,
      deliverables.map((deliverable) => ({ ...scope, deliverable })),
    );
  }

  /** Those of whatever work items and projects, in their order. */
  async of(em: EntityManager, seen: readonly SeenDeliverable[]): Promise<DeliverableView[]> {
    if (seen.length === 0) return [];
    const ids = seen.map(({ deliverable }) => deliverable.id);
    const evidence = await readAll(em, Evidence, 'WHERE t.deliverable_id IN ?* ORDER BY t.added_at, t.id', [ids]);
    const files = await readAll(em, EvidenceFile, 'WHERE t.deliverable_id IN ?*', [ids]);
    const filesOf = groupBy(files, ({ deliverableId }) => deliverableId);
    const byDeliverable = groupBy(evidence, ({ deliverableId }) => deliverableId);
    const people = await this.people.refs(em, [
      ...seen.flatMap(({ deliverable }) => [deliverable.submittedBy, deliverable.settledBy]),
      ...evidence.map(({ addedBy }) => addedBy),
    ]);
    const crews = await this.standings.crews(
      em,
      seen.map(({ project }) => project.id),
    );
    const now = this.clock.now();
    return seen.map((one) =>
      viewOf(one, {
        evidence: byDeliverable.get(one.deliverable.id) ?? [],
        files: filesOf.get(one.deliverable.id) ?? [],
        ...{ people, crew: crews.get(one.project.id)!, now },
      }),
    );
  }
}

interface Beside {
  evidence: readonly Evidence[];
  files: readonly EvidenceFile[];
  people: ReadonlyMap<string, PersonRef>;
  crew: Crew;
  now: number;
}

function viewOf(
  { project, item, actor, deliverable: row }: SeenDeliverable,
  { evidence, files, people, crew, now }: Beside,
): DeliverableView {
  const newest = new Set(newestOf(files));
  const fileOf = (of: Evidence) => {
    const file = files.find(({ evidenceId }) => evidenceId === of.id);
    const mayRemove = project.status === 'running' && mayRemoveFile(actor, item, row, of);
    if (!file) return null;
    const { teamId } = item;
    const mayOpen = mayOpenFile(actor, {
      teamId,
      accepter: row.accepter,
      addedBy: of.addedBy,
      forLeads: file.forLeads,
    });
    return fileView(file, { current: newest.has(file), mayOpen, mayRemove });
  };
  const ref = (id: string | null): PersonRef | null => (id ? (people.get(id) ?? { id, name: '' }) : null);
  const { id, workItemId, code, title, titleEn, preparer, accepter, startDay, dueDay, status, reason } = row;
  const { submittedAt, settledAt, selfAccepted, sources, startRule, dueRule, handSet, version } = row;
  return {
    ...{ id, workItemId, code, title, titleEn, preparer, accepter, startDay, dueDay, status, reason },
    ...{ submittedAt, settledAt, selfAccepted, sources, startRule, dueRule, handSet, version },
    evidence: row.evidence,
    kind: row.kind,
    document: row.document,
    submittedBy: ref(row.submittedBy),
    settledBy: ref(row.settledBy),
    evidenceList: evidence.map((one) => ({
      ...{ id: one.id, note: one.note, link: one.link, addedAt: one.addedAt },
      file: fileOf(one),
      addedBy: ref(one.addedBy)!,
    })),
    overdue: !isSettled(row) && isOverdue(row, countingDay(project, now)),
    may: deliverableAbilities(actor, project, item, row, crew, now),
  };
}

function fileView(
  file: EvidenceFile,
  may: Pick<EvidenceFileView, 'current' | 'mayOpen' | 'mayRemove'>,
): EvidenceFileView {
  const { name, mediaType, bytes, sha256, width, height, seriesId, seriesVersion } = file;
  return {
    ...{ name, mediaType, bytes, sha256, width, height, ...may },
    series: seriesId,
    version: seriesVersion,
  };
}
