import type { PersonRef } from '@convener/access';
import type { RegisterColumn } from '@convener/register-presets';
import type { CheckInEntry, Desk } from './check-in.entity';
import type { DeskRow } from './desk-row.rules';
import type { Fields } from './fields.rules';

export interface DeskView extends Pick<Desk, 'id' | 'code' | 'name' | 'openedAt'> {
  openedBy: PersonRef;
  arrivals: number;
  /** Receipts that stand, and what was taken by them, in dollars. */
  receipts: number;
  amount: number;
}

export interface KindCount {
  /** Key of the choice, or the text; null where the cell is empty or the list has no such column. */
  kind: string | null;
  expected: number;
  arrived: number;
}

/** An arrival or payment that met an earlier one. */
export interface DoubleView extends Pick<CheckInEntry, 'id' | 'kind' | 'rowId' | 'deskId' | 'receipt'> {
  /** Epoch ms. */
  at: number;
  name: string;
  enteredBy: PersonRef;
  /** In dollars; null of an arrival. */
  amount: number | null;
  /** Of an arrival: the one that counts, if it still does. */
  first: { at: number; deskId: string } | null;
}

export interface CheckInView {
  registerId: string;
  /** Of the settings; 0 until it is opened. */
  version: number;
  projectId: string;
  projectName: string;
  zone: string;
  name: string;
  nameEn: string | null;
  columns: RegisterColumn[];
  /** Epoch ms; null until it is opened. */
  openedAt: number | null;
  closedAt: number | null;
  /** Which columns the desks use; until it is opened, those that suit. */
  fields: Fields;
  receiptPrefix: string;
  consent: { version: number; text: string; textEn: string | null } | null;
  desks: DeskView[];
  /** The newest first. */
  doubles: DoubleView[];
  counts: KindCount[];
  mayManage: boolean;
}

export interface DeskList {
  /** Entries up to this one are in it. */
  seq: number;
  /** Differs when rows were changed, added or removed, by a desk or in the list itself. */
  stamp: string;
  /** Whether `rows` is all of it, or only what entries since then have touched. */
  whole: boolean;
  rows: DeskRow[];
}

/** An open check-in that somebody may work at. */
export interface OwnCheckIn {
  registerId: string;
  name: string;
  nameEn: string | null;
  projectName: string;
}
