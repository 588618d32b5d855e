import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { lockRow, type ProjectScope, WorkScope } from '@convener/projects';
import type { RegisterColumn } from '@convener/register-presets';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';

export interface RegisterScope extends ProjectScope {
  register: Register;
}

/** Loads a list together with who asks. Whoever has no part in its project gets notFound. */
@Injectable()
export class RegisterScopes {
  constructor(private readonly scope: WorkScope) {}

  async look(em: EntityManager, id: string, person: SignedIn): Promise<RegisterScope> {
    const register = await this.find(em, id);
    const scope = await this.scope.project(em, register.projectId, person);
    allow(scope.actor, 'registers.read', register);
    return { ...scope, register };
  }

  /**
   * For changes of the list itself or of its ties: nobody else changes the project meanwhile, which keeps two lists from
   * taking one deliverable. A row that is being handed in holds on to the project, so neither waits for the other crosswise.
   */
  async toManage(em: EntityManager, id: string, person: SignedIn): Promise<RegisterScope> {
    const { projectId } = await this.find(em, id);
    const scope = await this.scope.project(em, projectId, person, 'change');
    const register = await this.locked(em, id, scope.actor);
    requireRunning(scope.project);
    allow(scope.actor, 'registers.manage', register);
    return { ...scope, register };
  }

  /** For changes of rows: one after the other in each list, so that what is unique stays so. */
  async toWrite(em: EntityManager, id: string, person: SignedIn): Promise<RegisterScope> {
    const { projectId } = await this.find(em, id);
    const scope = await this.scope.project(em, projectId, person, 'keep');
    const register = await this.locked(em, id, scope.actor);
    allow(scope.actor, 'registers.write', register);
    return { ...scope, register };
  }

  async rowToWrite(em: EntityManager, id: string, person: SignedIn): Promise<RegisterScope & { row: RegisterRow }> {
    const found = isId(id) ? await em.findOneBy(RegisterRow, { id }) : null;
    if (!found) throw notFound();
    const scope = await this.toWrite(em, found.registerId, person);
    // Read again under the lock of its list.
    const row = await lockRow(em, RegisterRow, id, 'write');
    if (!row) throw notFound();
    return { ...scope, row };
  }

  private async find(em: EntityManager, id: string): Promise<Register> {
    const register = isId(id) ? await em.findOneBy(Register, { id }) : null;
    if (!register) throw notFound();
    return register;
  }

  private async locked(em: EntityManager, id: string, actor: Actor): Promise<Register> {
    const register = await lockRow(em, Register, id, 'write');
    if (!register) throw notFound();
    allow(actor, 'registers.read', register);
    return register;
  }
}

/** The columns whose cells somebody sees. */
export function seenColumns(actor: Actor, register: Register): RegisterColumn[] {
  const all = can(actor, 'registers.personal', register);
  return register.columns.filter(({ personal }) => all || !personal);
}
