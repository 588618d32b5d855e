import { addDays, type Day } from '@convener/kernel';
import type { GivenCells } from '@convener/registers';
import { chance } from '../chance';

type Shown = Readonly<Record<string, unknown>>;
/** What is written into a row after the event, given what stands there; null where the row falls away. */
type Settle = (cells: Shown, event: { opening: Day }) => GivenCells | null;

const numberOf = (value: unknown): number => Number(String(value ?? 0).replaceAll(',', ''));
const near = (amount: number, of: string): number => Math.round((amount * (0.9 + chance(of) * 0.12)) / 100) * 100;

const SOURCES: Readonly<Record<string, string>> = {
  註冊費: 'fees',
  贊助: 'sponsors',
  環境部補助: 'subsidy',
};

/** By the list's key: how its rows stand when all is paid and over. */
export const SETTLED: Readonly<Record<string, Settle>> = {
  budget: ({ item, planned, committed }) => {
    const reserve = item === '預備金';
    const agreed = reserve ? 86_400 : numberOf(committed) || near(numberOf(planned), String(item));
    return { committed: agreed, actual: agreed, ...(reserve && { note: '首長行程異動，加開一場口譯' }) };
  },
  income: ({ item, expected }, { opening }) => ({
    received: item === '環境部補助' ? 800_000 : near(numberOf(expected), String(item)),
    receivedOn: addDays(opening, 28),
    source: SOURCES[String(item)] ?? 'other',
  }),
  bills: ({ due, invoiceNumber }, { opening }) => ({
    ...{ settled: '是', paidOn: String(due ?? addDays(opening, 21)) },
    invoiceNumber: String(invoiceNumber ?? 'KF-20117745'),
  }),
  sponsors: ({ contract, collectedOn }, { opening }) =>
    contract === 'talking'
      ? null
      : { contract: 'signed', collected: '是', collectedOn: String(collectedOn ?? addDays(opening, -3)) },
  sponsorBenefits: ({ due, fulfilledOn, proof }) => ({
    fulfilled: '是',
    fulfilledOn: String(fulfilledOn ?? due),
    proof: String(proof ?? '現場照片'),
  }),
  registrations: ({ fee, receipt, number }) => {
    const pays = numberOf(fee) > 0;
    return { paid: pays ? '是' : '否', receipt: pays ? String(receipt ?? `R2${String(number).slice(1)}`) : null };
  },
  incidents: ({ handling, owner }) => ({ solved: '是', handling: String(handling), owner: String(owner ?? '劉品妤') }),
  staffing: ({ needed, note }) => ({
    assigned: numberOf(needed),
    note: /缺/.test(String(note)) ? '由備用人力補齊' : note ? String(note) : null,
  }),
};
