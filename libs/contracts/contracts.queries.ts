import { Injectable } from '@nestjs/common';
import { type Actor, allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { type ItemScope, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Contract } from './contract.entity';
import { type ContractState, needsReason, nextStates } from './contract.rules';

export interface ContractView extends Omit<Contract, 'amountHundredths' | 'addedBy'> {
  /** In units of its currency, two decimals at most. */
  amount: number | null;
  addedBy: PersonRef;
  /** Where it can go from here, as far as the caller may move it; `reason`: why is asked for. */
  next: { state: ContractState; reason: boolean }[];
  mayEdit: boolean;
}

export function contractsOf(em: EntityManager, deliverableId: string): Promise<Contract[]> {
  return readAll(em, Contract, 'WHERE t.deliverable_id = ? ORDER BY t.id', [deliverableId]);
}

/** Contracts are the crew's: what one supplier was paid is nothing for the client's people or another supplier's. */
@Injectable()
export class ContractsQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
  ) {}

  /** In the order in which they were entered. */
  ofDeliverable(person: SignedIn, id: string): Promise<{ items: ContractView[]; mayAdd: boolean }> {
    return this.database.read(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'look');
      allow(scope.actor, 'contracts.read');
      const items = await this.views(em, await contractsOf(em, id), scope);
      return { items, mayAdd: mayWrite(scope) };
    });
  }

  one(person: SignedIn, id: string): Promise<ContractView> {
    return this.database.read(async (em) => {
      const row = isId(id) ? await em.findOneBy(Contract, { id }) : null;
      if (!row) throw notFound();
      const scope = await this.scope.deliverable(em, row.deliverableId, person, 'look');
      allow(scope.actor, 'contracts.read');
      return (await this.views(em, [row], scope))[0]!;
    });
  }

  private async views(em: EntityManager, rows: readonly Contract[], scope: ItemScope): Promise<ContractView[]> {
    const people = await this.people.refs(
      em,
      rows.map(({ addedBy }) => addedBy),
    );
    const may = mayWrite(scope);
    return rows.map(({ amountHundredths, addedBy, ...row }) => ({
      ...row,
      amount: amountHundredths === null ? null : amountHundredths / 100,
      addedBy: people.get(addedBy)!,
      next: may ? nextStates(row.state).map((state) => ({ state, reason: needsReason(row.state, state) })) : [],
      mayEdit: may,
    }));
  }
}

/** A contract goes on while the project does, also after its deliverable was handed in: it is sent back, it ends. */
function mayWrite({ actor, project, item }: { actor: Actor } & Pick<ItemScope, 'project' | 'item'>): boolean {
  return project.status === 'running' && can(actor, 'contracts.write', item);
}
