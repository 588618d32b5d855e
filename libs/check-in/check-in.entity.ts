import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryKind, Outcome } from './entries.rules';
import type { Fields } from './fields.rules';

/** A list of registrations at whose desks people are checked in (報到). Its list has the same id. */
@Entity('check_ins')
export class CheckIn {
  @PrimaryColumn({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  /** Which columns of the list the desks use, and what for. */
  @JsonColumn()
  fields!: Fields;

  /** Stands before every receipt number, such as the year. */
  @Column({ name: 'receipt_prefix', type: 'text' })
  receiptPrefix!: string;

  /** Of the last entry. Counted up under the list's lock, so that whoever has read up to one misses none before it. */
  @Column({ name: 'last_seq', type: 'integer' })
  lastSeq!: number;

  @Column({ name: 'opened_by', type: 'varchar', length: 36 })
  openedBy!: string;

  @InstantColumn({ name: 'opened_at' })
  openedAt!: number;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt!: number | null;

  /** Counts changes of the settings, not entries. */
  @Column({ type: 'integer' })
  version!: number;
}

/** What people are told of the use of their data. A new wording is a new version: registrations name the one they saw. */
@Entity('check_in_consents')
export class Consent {
  @PrimaryColumn({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  /** From 1 on. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'text_en', type: 'text', nullable: true })
  textEn!: string | null;

  @Column({ name: 'made_by', type: 'varchar', length: 36 })
  madeBy!: string;

  @InstantColumn({ name: 'made_at' })
  madeAt!: number;
}

/** One device at the entrance. Its code stands in the numbers that it gives out, so that it can do so without a network. */
@Entity('check_in_desks')
export class Desk {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  /** A, B … Z, AA … */
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'opened_by', type: 'varchar', length: 36 })
  openedBy!: string;

  @InstantColumn({ name: 'opened_at' })
  openedAt!: number;
}

/** What a desk has written down, in the order in which it came in; all but `voidedBy` stays. Holds nothing about the person. */
@Entity('check_in_entries')
export class CheckInEntry {
  /** Given by the desk, so that one that is sent again is known. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: EntryKind;

  @Column({ type: 'text' })
  outcome!: Outcome;

  /** Null once the row has been removed. */
  @Column({ name: 'row_id', type: 'varchar', length: 36, nullable: true })
  rowId!: string | null;

  @Column({ name: 'desk_id', type: 'varchar', length: 36 })
  deskId!: string;

  @Column({ name: 'entered_by', type: 'varchar', length: 36 })
  enteredBy!: string;

  /** By the clock of the desk, but never later than it came in. */
  @InstantColumn({ name: 'entered_at' })
  enteredAt!: number;

  @InstantColumn({ name: 'taken_at' })
  takenAt!: number;

  /** Of a payment: no two in the list have the same. */
  @Column({ type: 'text', nullable: true })
  receipt!: string | null;

  @InstantColumn({ name: 'amount_hundredths', nullable: true })
  amountHundredths!: number | null;

  /** Of a payment: the entry that took it back. No foreign key: backups load no table that refers to itself. */
  @Column({ name: 'voided_by', type: 'varchar', length: 36, nullable: true })
  voidedBy!: string | null;
}

/** That somebody is there. One a registration, which is why nobody is checked in twice. */
@Entity('check_in_arrivals')
export class Arrival {
  @PrimaryColumn({ name: 'row_id', type: 'varchar', length: 36 })
  rowId!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  @Column({ name: 'desk_id', type: 'varchar', length: 36 })
  deskId!: string;

  @Column({ name: 'entered_by', type: 'varchar', length: 36 })
  enteredBy!: string;

  @InstantColumn()
  at!: number;
}
