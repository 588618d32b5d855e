import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, type Day, dayAt, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import {
  changeRow,
  type Deliverable,
  type ItemScope,
  lockRow,
  WorkScope,
  wrongAnswers,
  wrongField,
} from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Contract } from './contract.entity';
import { CONTRACT_MOVES, type ContractState, dayProblems, needsReason } from './contract.rules';

/** What is written down of a contract. Undefined leaves a field alone, null clears it. */
export interface ContractFacts {
  party?: string;
  /** In units of the currency, two decimals at most. */
  amount?: number | null;
  currency?: string;
  sentOn?: Day | null;
  signedOn?: Day | null;
  startsOn?: Day | null;
  endsOn?: Day | null;
  note?: string | null;
}

export interface ContractStep {
  state: ContractState;
  /** When it was sent or signed; today in the project's zone where it is not given. */
  day?: Day;
  reason?: string;
}

type Scope = ItemScope & { deliverable: Deliverable };

/** Keeps the contracts of deliverables. Moving one to where it is changes nothing. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  /** Answers the contract's id. Throws 409 where the deliverable is no contract. */
  add(
    person: SignedIn,
    deliverableId: string,
    { party, ...facts }: ContractFacts & { party: string },
  ): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.writing(em, deliverableId, person);
      if (scope.deliverable.kind !== 'contract') throw noContract();
      const row: Contract = {
        ...{ id: newId(), deliverableId, party, state: 'drafted', reason: null },
        ...{
          amountHundredths: null,
          currency: 'TWD',
          sentOn: null,
          signedOn: null,
          startsOn: null,
          endsOn: null,
          note: null,
        },
        ...stored(facts),
        ...{ addedBy: person.personId, addedAt: this.clock.now(), version: 1 },
      };
      requireDaysInOrder(row);
      await insertAll(em, Contract, [row]);
      await this.record(em, scope, 'contract.added', { after: { party } });
      return { id: row.id };
    });
  }

  edit(person: SignedIn, id: string, facts: ContractFacts, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { contract, scope } = await this.locked(em, id, person);
      requireVersion(contract, seen);
      const changes = stored(facts);
      requireDaysInOrder({ ...contract, ...changes });
      const changed = difference(contract, changes);
      if (!changed) return;
      await changeRow(em, Contract, contract, changes);
      await this.record(em, scope, 'contract.edited', changed);
    });
  }

  /** Throws 409 where it can't go there from where it is, 400 without a reason where one is asked for. */
  move(person: SignedIn, id: string, { state, day, reason }: ContractStep, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { contract, scope } = await this.locked(em, id, person);
      if (contract.state === state) return;
      requireVersion(contract, seen);
      const { from, day: field } = CONTRACT_MOVES[state];
      if (!from.includes(contract.state)) throw notFromHere(contract.state, from);
      const asked = needsReason(contract.state, state);
      if (asked && !reason) throw wrongField('/reason', WHY);
      const today = dayAt(this.clock.now(), scope.project.zone);
      const changes: Partial<Contract> = {
        ...{ state, reason: reason ?? null },
        ...(field && !asked && { [field]: day ?? contract[field] ?? today }),
        ...(contract.state === 'signed' && state === 'sent' && { signedOn: null }),
        ...(state === 'drafted' && { sentOn: null }),
      };
      requireDaysInOrder({ ...contract, ...changes });
      const before = { state: contract.state };
      await changeRow(em, Contract, contract, changes);
      const after = { state, party: contract.party, ...(reason && { reason }) };
      await this.record(em, scope, 'contract.moved', { before, after });
    });
  }

  private async locked(em: EntityManager, id: string, person: SignedIn): Promise<{ contract: Contract; scope: Scope }> {
    const contract = isId(id) ? await em.findOneBy(Contract, { id }) : null;
    if (!contract) throw notFound();
    // The work item first, as every change of its parts does; a contract locked before could wait for it crosswise.
    const scope = await this.writing(em, contract.deliverableId, person);
    return { scope, contract: (await lockRow(em, Contract, id, 'write'))! };
  }

  private async writing(em: EntityManager, deliverableId: string, person: SignedIn): Promise<Scope> {
    const scope = await this.scope.deliverable(em, deliverableId, person, 'change');
    allow(scope.actor, 'contracts.write', scope.item);
    return scope;
  }

  private record(
    em: EntityManager,
    { project, actor, deliverable: { id, title } }: Scope,
    action: string,
    told: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'deliverable' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, ...told });
  }
}

function stored({ amount, ...facts }: ContractFacts): Partial<Contract> {
  return {
    ...facts,
    ...(amount !== undefined && { amountHundredths: amount === null ? null : Math.round(amount * 100) }),
  };
}

function requireDaysInOrder(contract: Contract): void {
  const problems = dayProblems(contract).map(({ field, zh, en }) => ({ pointer: `/${field}`, zh, en }));
  if (problems.length > 0) throw wrongAnswers(problems);
}

const WHY = { zh: '請寫下理由。', en: 'Say why.' };
const IN_WORDS: Record<ContractState, string> = {
  drafted: '草擬',
  sent: '已送出',
  signed: '已簽約',
  ended: '已終止',
  dropped: '不簽了',
};
const noContract = () =>
  conflict('no-contract', {
    zh: '這個交付項目不是合約；可以先把它的種類改成合約。',
    en: 'This deliverable is no contract. Change its kind first.',
  });
const notFromHere = (state: ContractState, allowedFrom: readonly ContractState[]) =>
  conflict(
    'not-from-here',
    {
      zh: `合約目前是「${IN_WORDS[state]}」，不能這樣做。`,
      en: `The contract is "${state}", so this can't be done now.`,
    },
    { state, allowedFrom },
  );
