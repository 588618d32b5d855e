import type { Bilingual, Day } from '@convener/kernel';

export const CONTRACT_STATES = ['drafted', 'sent', 'signed', 'ended', 'dropped'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

interface Move {
  from: readonly ContractState[];
  /** Needs the day on which it happened. */
  day: 'sentOn' | 'signedOn' | null;
  /** Needs a reason. */
  reason: boolean;
}

/** How each state is reached. Taking a step back asks for a reason, so that a signature never disappears without one. */
export const CONTRACT_MOVES: Readonly<Record<ContractState, Move>> = {
  drafted: { from: ['sent', 'dropped'], day: null, reason: true },
  sent: { from: ['drafted', 'signed'], day: 'sentOn', reason: false },
  signed: { from: ['drafted', 'sent', 'ended'], day: 'signedOn', reason: false },
  ended: { from: ['signed'], day: null, reason: true },
  dropped: { from: ['drafted', 'sent'], day: null, reason: true },
};

/** The states that a contract can go to from here, in the order in which they pass. */
export function nextStates(state: ContractState): ContractState[] {
  return CONTRACT_STATES.filter((to) => CONTRACT_MOVES[to].from.includes(state));
}

/** Whether the step undoes one that was taken: then a reason is asked for. */
export function needsReason(from: ContractState, to: ContractState): boolean {
  return CONTRACT_MOVES[to].reason || CONTRACT_STATES.indexOf(to) < CONTRACT_STATES.indexOf(from);
}

export interface ContractDays {
  sentOn: Day | null;
  signedOn: Day | null;
  /** From and until when it holds. */
  startsOn: Day | null;
  endsOn: Day | null;
}

/** What is wrong with the days of a contract, by field. Days may lie ahead: papers are dated for when they count. */
export function dayProblems({ sentOn, signedOn, startsOn, endsOn }: ContractDays): (Bilingual & { field: string })[] {
  const problems = [];
  if (sentOn && signedOn && signedOn < sentOn)
    problems.push({ field: 'signedOn', zh: '簽約日不能早於送出日。', en: 'It can’t be signed before it was sent.' });
  if (startsOn && endsOn && endsOn < startsOn)
    problems.push({ field: 'endsOn', zh: '迄日不能早於起日。', en: 'It can’t end before it begins.' });
  return problems;
}

/** What is missing before a deliverable of contracts can be handed in: at least one, and each signed or dropped. */
export function missingOf(contracts: readonly { party: string; state: ContractState }[]): Bilingual | null {
  const standing = contracts.filter(({ state }) => state !== 'dropped');
  if (standing.length === 0) return { zh: '還沒有登錄合約。', en: 'No contract has been entered yet.' };
  const open = standing.filter(({ state }) => state === 'drafted' || state === 'sent');
  if (open.length === 0) return null;
  const names = open.map(({ party }) => party);
  return {
    zh: `還沒有簽回：${names.join('、')}。`,
    en: `Not signed yet: ${names.join(', ')}.`,
  };
}
