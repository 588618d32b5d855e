import type { Day } from '@convener/kernel';
import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractState } from './contract.rules';

/** An agreement with one party that belongs to a deliverable. What is signed on paper stands in the deliverable's files. */
@Entity('contracts')
export class Contract {
  /** Sorts by time of entry. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'deliverable_id', type: 'varchar', length: 36 })
  deliverableId!: string;

  /** With whom. */
  @Column({ type: 'text' })
  party!: string;

  /** In hundredths of its currency. */
  @InstantColumn({ name: 'amount_hundredths', nullable: true })
  amountHundredths!: number | null;

  /** ISO 4217. */
  @Column({ type: 'varchar', length: 3 })
  currency!: string;

  @Column({ type: 'text' })
  state!: ContractState;

  @Column({ name: 'sent_on', type: 'text', nullable: true })
  sentOn!: Day | null;

  @Column({ name: 'signed_on', type: 'text', nullable: true })
  signedOn!: Day | null;

  @Column({ name: 'starts_on', type: 'text', nullable: true })
  startsOn!: Day | null;

  @Column({ name: 'ends_on', type: 'text', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** Why a step was taken back, or the contract dropped or ended. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
