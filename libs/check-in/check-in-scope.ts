import { Injectable } from '@nestjs/common';
import { type Action, type Actor, allow, type SignedIn } from '@convener/access';
import { conflict, isId, notFound } from '@convener/kernel';
import { readAll } from '@convener/platform';
import { lockRow, Project } from '@convener/projects';
import { Register } from '@convener/registers';
import { requireRunning, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { CheckIn } from './check-in.entity';
import { standingFields } from './fields.rules';

export interface CheckInScope {
  project: Project;
  actor: Actor;
  register: Register;
  /** Null until somebody opens the check-in of the list. */
  checkIn: CheckIn | null;
}

export interface OpenScope extends CheckInScope {
  checkIn: CheckIn;
}

/**
 * Loads the check-in of a list together with who asks. Temporary staff, to whom projects and lists are not there, have it
 * where their sub-team keeps the list: it is they who stand at the entrance.
 */
@Injectable()
export class CheckInScopes {
  constructor(private readonly standings: Standings) {}

  async look(em: EntityManager, registerId: string, person: SignedIn): Promise<CheckInScope> {
    const register = isId(registerId) ? await em.findOneBy(Register, { id: registerId }) : null;
    if (!register) throw notFound();
    const actor = await this.actorIn(em, register, person);
    const project = await em.findOneByOrFail(Project, { id: register.projectId });
    return { project, actor, register, checkIn: await checkInOf(em, register) };
  }

  /** For reads of the desks: throws notFound until the check-in is opened. */
  async lookOpen(em: EntityManager, registerId: string, person: SignedIn): Promise<OpenScope> {
    return opened(await this.look(em, registerId, person));
  }

  /** For changes: nobody closes the project meanwhile, and nobody else writes the list. */
  async hold(em: EntityManager, registerId: string, person: SignedIn, action: Action): Promise<CheckInScope> {
    const found = isId(registerId) ? await em.findOneBy(Register, { id: registerId }) : null;
    if (!found) throw notFound();
    const actor = await this.actorIn(em, found, person);
    const project = await lockRow(em, Project, found.projectId, 'read');
    const register = await lockRow(em, Register, registerId, 'write');
    if (!project || !register) throw notFound();
    allow(actor, action, register);
    requireRunning(project);
    return { project, actor, register, checkIn: await checkInOf(em, register) };
  }

  /** The same for what desks write down: throws once the check-in is closed. */
  async holdOpen(em: EntityManager, registerId: string, person: SignedIn): Promise<OpenScope> {
    const scope = opened(await this.hold(em, registerId, person, 'check-in.work'));
    if (scope.checkIn.closedAt !== null) throw closed();
    return scope;
  }

  private async actorIn(em: EntityManager, register: Register, person: SignedIn): Promise<Actor> {
    const actor = await this.standings.of(em, register.projectId, person);
    allow(actor, 'check-in.work', register);
    return actor;
  }
}

async function checkInOf(em: EntityManager, { id, columns }: Register): Promise<CheckIn | null> {
  const [found] = await readAll(em, CheckIn, 'WHERE t.register_id = ?', [id]);
  return found ? { ...found, fields: standingFields(columns, found.fields) } : null;
}

function opened(scope: CheckInScope): OpenScope {
  if (!scope.checkIn) throw notFound();
  return { ...scope, checkIn: scope.checkIn };
}

const closed = () =>
  conflict('check-in-closed', {
    zh: '報到已經結束。要補登，請先由主辦重新開放報到。',
    en: 'The check-in is closed. Whoever runs it can open it again.',
  });
