import { Injectable } from '@nestjs/common';
import { type Action, type Actor, allow, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { lockRow, Project } from '@convener/projects';
import { requireRunning, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { RunSheetCue } from './run-sheet-cue.entity';

export interface RunSheetScope {
  project: Project;
  actor: Actor;
}

/**
 * Loads a project for its run sheet together with who asks. Temporary staff, to whom projects are not there, read it too:
 * who waits behind the stage must know what happens on it. Whoever has no part in the project gets notFound.
 */
@Injectable()
export class RunSheetScopes {
  constructor(private readonly standings: Standings) {}

  async look(em: EntityManager, projectId: string, person: SignedIn): Promise<RunSheetScope> {
    if (!isId(projectId)) throw notFound();
    const actor = await this.standings.of(em, projectId, person);
    allow(actor, 'run-sheet.read');
    const project = await em.findOneBy(Project, { id: projectId });
    if (!project) throw notFound();
    return { project, actor };
  }

  /** For changes: nobody closes the project meanwhile. */
  async hold(em: EntityManager, projectId: string, person: SignedIn, action: Action): Promise<RunSheetScope> {
    if (!isId(projectId)) throw notFound();
    const actor = await this.standings.of(em, projectId, person);
    const project = await lockRow(em, Project, projectId, 'read');
    if (!project) throw notFound();
    allow(actor, action);
    requireRunning(project);
    return { project, actor };
  }

  async holdCue(
    em: EntityManager,
    id: string,
    person: SignedIn,
    action: Action,
  ): Promise<RunSheetScope & { cue: RunSheetCue }> {
    const { projectId } = await cueOf(em, id);
    const scope = await this.hold(em, projectId, person, action);
    // Somebody may have removed it while its lock was waited for.
    const cue = await lockRow(em, RunSheetCue, id, 'write');
    if (!cue) throw notFound();
    return { ...scope, cue };
  }
}

export async function cueOf(em: EntityManager, id: string): Promise<RunSheetCue> {
  const cue = isId(id) ? await em.findOneBy(RunSheetCue, { id }) : null;
  if (!cue) throw notFound();
  return cue;
}
