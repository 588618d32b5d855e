import { Injectable } from '@nestjs/common';
import type { Actor, SignedIn } from '@convener/access';
import { conflict, isId, notFound } from '@convener/kernel';
import { Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { Project } from './project.entity';
import { lockRow } from './rows';
import { WorkItem } from './work-item.entity';

export interface ProjectScope {
  project: Project;
  actor: Actor;
}

export interface ItemScope extends ProjectScope {
  item: WorkItem;
  deliverables: Deliverable[];
  checks: Check[];
}

/**
 * Loads what a request is about together with who asks. Whoever has no part in the project gets notFound. For changes
 * the project is kept running and the work item locked, so that two last ticks can't each miss the other.
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
    const project =
      use === 'look'
        ? await em.findOneBy(Project, { id })
        : await lockRow(em, Project, id, use === 'keep' ? 'read' : 'write');
    if (!project) throw notFound();
    if (use === 'keep') requireRunning(project);
    return { project, actor };
  }

  async item(em: EntityManager, id: string, person: SignedIn, use: 'look' | 'change'): Promise<ItemScope> {
    const found = isId(id) ? await em.findOneBy(WorkItem, { id }) : null;
    if (!found) throw notFound();
    const scope = await this.project(em, found.projectId, person, use === 'look' ? 'look' : 'keep');
    const item = use === 'look' ? found : await lockRow(em, WorkItem, id, 'write');
    if (!item) throw notFound();
    const deliverables = await em.find(Deliverable, { where: { workItemId: id }, order: { position: 'ASC' } });
    const checks = await em.find(Check, { where: { workItemId: id }, order: { position: 'ASC' } });
    return { ...scope, item, deliverables, checks };
  }

  async deliverable(
    em: EntityManager,
    id: string,
    person: SignedIn,
    use: 'look' | 'change',
  ): Promise<ItemScope & { deliverable: Deliverable }> {
    const found = isId(id) ? await em.findOneBy(Deliverable, { id }) : null;
    if (!found) throw notFound();
    const scope = await this.item(em, found.workItemId, person, use);
    return { ...scope, deliverable: own(scope.deliverables, id) };
  }

  async check(
    em: EntityManager,
    id: string,
    person: SignedIn,
    use: 'look' | 'change',
  ): Promise<ItemScope & { check: Check }> {
    const found = isId(id) ? await em.findOneBy(Check, { id }) : null;
    if (!found) throw notFound();
    const scope = await this.item(em, found.workItemId, person, use);
    return { ...scope, check: own(scope.checks, id) };
  }
}

export function requireRunning(project: Project): void {
  if (project.status === 'running') return;
  throw conflict('project-closed', {
    zh: '專案已結案，內容不能再更改；請專案經理先重新開啟。',
    en: 'The project is closed and can no longer be changed. Its manager can reopen it.',
  });
}

function own<R extends { id: string }>(rows: readonly R[], id: string): R {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw notFound();
  return row;
}
