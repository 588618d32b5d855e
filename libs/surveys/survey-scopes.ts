import { Injectable } from '@nestjs/common';
import { allow, can, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { lockRow, type ProjectScope, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Survey } from './survey.entity';

export type SurveyScope = ProjectScope & { survey: Survey };

/** Loads surveys together with who asks. Whoever has no part in the project gets notFound. */
@Injectable()
export class SurveyScopes {
  constructor(private readonly scope: WorkScope) {}

  async look(em: EntityManager, id: string, person: SignedIn): Promise<SurveyScope> {
    const survey = await find(em, id);
    const scope = await this.scope.project(em, survey.projectId, person);
    allow(scope.actor, 'surveys.read');
    return { ...scope, survey };
  }

  /** For changes: nobody answers meanwhile. Throws 409 where the project is closed. */
  toManage(em: EntityManager, id: string, person: SignedIn): Promise<SurveyScope> {
    return this.locked(em, id, person, 'keep');
  }

  /** For what is still done once the project is closed: answers come after the event, and collecting them must end. */
  toEnd(em: EntityManager, id: string, person: SignedIn): Promise<SurveyScope> {
    return this.locked(em, id, person, 'look');
  }

  private async locked(em: EntityManager, id: string, person: SignedIn, use: 'look' | 'keep'): Promise<SurveyScope> {
    const { projectId } = await find(em, id);
    const scope = await this.scope.project(em, projectId, person, use);
    allow(scope.actor, 'surveys.manage');
    const survey = await lockRow(em, Survey, id, 'write');
    if (!survey) throw notFound();
    return { ...scope, survey };
  }
}

export function mayManage({ project, actor }: ProjectScope): boolean {
  return project.status === 'running' && can(actor, 'surveys.manage');
}

async function find(em: EntityManager, id: string): Promise<Survey> {
  const survey = isId(id) ? await em.findOneBy(Survey, { id }) : null;
  if (!survey) throw notFound();
  return survey;
}
