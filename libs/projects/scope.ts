import { Injectable } from '@nestjs/common';
import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { requireRunning, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { Evidence } from './evidence.entity';
import { Project, type ProjectFacts } from './project.entity';
import { lockClause, lockRow } from './rows';
import { WorkItem } from './work-item.entity';

export interface ProjectScope {
  project: Project;
  actor: Actor;
}

export interface ItemScope {
  project: ProjectFacts;
  actor: Actor;
  item: WorkItem;
  deliverables: Deliverable[];
  checks: Check[];
}

export interface SeenProject {
  project: ProjectFacts;
  actor: Actor;
}

/** Where a deliverable, check or piece of evidence belongs. */
interface Place {
  project_id: string;
  work_item_id: string;
}

type Use = 'look' | 'change';

const PLACES = {
  item: 'SELECT project_id, id AS work_item_id FROM work_items WHERE id = ?',
  deliverable: 'SELECT project_id, work_item_id FROM deliverables WHERE id = ?',
  check: 'SELECT project_id, work_item_id FROM checks WHERE id = ?',
  evidence: `SELECT d.project_id, d.work_item_id FROM evidence e JOIN deliverables d ON d.id = e.deliverable_id
    WHERE e.id = ?`,
} as const;

const FACTS = `
  SELECT t.id, t.name, t.zone, t.status, t.strict_checks AS "strictChecks", t.own_days AS "ownDays",
         t.template_slug AS "templateSlug", t.template_version AS "templateVersion"
    FROM projects t WHERE t.id = ?`;

/**
 * Loads what a request is about together with who asks. Whoever has no part in the project gets notFound. Temporary
 * staff get no project, only work items of their own sub-team: the others are not there for them. For changes the
 * project is kept running and the work item locked, so that two last ticks can't each miss the other.
 */
@Injectable()
export class WorkScope {
  constructor(private readonly standings: Standings) {}

  /** `keep`: nobody closes the project meanwhile; `change`: nobody else changes it. Both throw conflict once it is closed. */
  async project(
    em: EntityManager,
    id: string,
    person: SignedIn,
    use: 'look' | 'keep' | 'change' = 'look',
  ): Promise<ProjectScope> {
    if (!isId(id)) throw notFound();
    const actor = await this.standings.of(em, id, person);
    allow(actor, 'project.read');
    const project =
      use === 'look'
        ? await em.findOneBy(Project, { id })
        : await lockRow(em, Project, id, use === 'keep' ? 'read' : 'write');
    if (!project) throw notFound();
    if (use === 'keep') requireRunning(project);
    return { project, actor };
  }

  /** For reads: what lists must know of the project, without the long answers that it was started with. */
  async seen(em: EntityManager, id: string, person: SignedIn): Promise<SeenProject> {
    const seen = await this.facts(em, id, person);
    allow(seen.actor, 'project.read');
    return seen;
  }

  /** The same for lists of work: `only` names the sub-team that temporary staff see; null where all of it is seen. */
  async work(em: EntityManager, id: string, person: SignedIn): Promise<SeenProject & { only: string | null }> {
    const seen = await this.facts(em, id, person);
    const { project: standing } = seen.actor;
    if (standing?.role !== 'temporary') return { ...seen, only: null };
    return { ...seen, only: standing.teams[0]! };
  }

  private async facts(em: EntityManager, id: string, person: SignedIn, lock = ''): Promise<SeenProject> {
    if (!isId(id)) throw notFound();
    const actor = await this.standings.of(em, id, person);
    const [facts] = await plainRows<ProjectFacts & { ownDays: string }>(em, FACTS + lock, [id]);
    if (!facts) throw notFound();
    const ownDays = JSON.parse(facts.ownDays) as ProjectFacts['ownDays'];
    return { project: { ...facts, strictChecks: Boolean(facts.strictChecks), ownDays }, actor };
  }

  async item(em: EntityManager, id: string, person: SignedIn, use: Use): Promise<ItemScope> {
    return this.inItem(em, await placeOf(em, 'item', id), person, use);
  }

  async deliverable(
    em: EntityManager,
    id: string,
    person: SignedIn,
    use: Use,
  ): Promise<ItemScope & { deliverable: Deliverable }> {
    const scope = await this.inItem(em, await placeOf(em, 'deliverable', id), person, use);
    return { ...scope, deliverable: own(scope.deliverables, id) };
  }

  async check(em: EntityManager, id: string, person: SignedIn, use: Use): Promise<ItemScope & { check: Check }> {
    const scope = await this.inItem(em, await placeOf(em, 'check', id), person, use);
    return { ...scope, check: own(scope.checks, id) };
  }

  async evidence(
    em: EntityManager,
    id: string,
    person: SignedIn,
    use: Use,
  ): Promise<ItemScope & { deliverable: Deliverable; evidence: Evidence }> {
    const scope = await this.inItem(em, await placeOf(em, 'evidence', id), person, use);
    const evidence = await em.findOneBy(Evidence, { id });
    if (!evidence) throw notFound();
    return { ...scope, evidence, deliverable: own(scope.deliverables, evidence.deliverableId) };
  }

  private async inItem(em: EntityManager, place: Place, person: SignedIn, use: Use): Promise<ItemScope> {
    const { project_id: projectId, work_item_id: itemId } = place;
    const lock = (mode: 'read' | 'write') => (use === 'look' ? '' : lockClause(em, mode));
    const { project, actor } = await this.facts(em, projectId, person, lock('read'));
    const [item] = await readAll(em, WorkItem, `WHERE t.id = ?${lock('write')}`, [itemId]);
    if (!item || !can(actor, 'work.read', item)) throw notFound();
    if (use === 'change') requireRunning(project);
    const deliverables = await readAll(em, Deliverable, 'WHERE t.work_item_id = ? ORDER BY t.position, t.id', [itemId]);
    const checks = await readAll(em, Check, 'WHERE t.work_item_id = ? ORDER BY t.position, t.id', [itemId]);
    return { project, actor, item, deliverables, checks };
  }
}

async function placeOf(em: EntityManager, kind: keyof typeof PLACES, id: string): Promise<Place> {
  const [place] = isId(id) ? await plainRows<Place>(em, PLACES[kind], [id]) : [];
  if (!place) throw notFound();
  return place;
}

function own<R extends { id: string }>(rows: readonly R[], id: string): R {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw notFound();
  return row;
}
