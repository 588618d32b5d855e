import { InstantColumn, JsonColumn } from '@convener/platform';
import type { Answer, AnchorDay, LeftOut } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplanKind, ReplanType } from './replan.types';

/** What a project answers at one moment. */
export interface AnswersThen {
  openingDay: string;
  closingDay: string;
  anchors: AnchorDay[];
  options: Record<string, Answer>;
  leftOut: LeftOut[];
}

export type ReplanCounts = Record<ReplanKind | 'stays', number>;

/** A row that a re-plan wrote: the version that it left behind, the version and the values that it found. */
export interface RowBefore {
  type: ReplanType;
  id: string;
  version: number;
  /** One less than the version left behind, where an early record does not say. */
  found?: number;
  values: Record<string, unknown>;
}

/** Everything that an undo needs to know. */
export interface WhatChanged {
  rows: RowBefore[];
  inserted: { type: Exclude<ReplanType, 'milestone'>; id: string }[];
}

/** One re-plan of a project: who, when, from which answers to which, and how to take it back. */
@Entity('replans')
export class ReplanRecord {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'by_id', type: 'varchar', length: 36 })
  byId!: string;

  @InstantColumn()
  at!: number;

  @JsonColumn()
  before!: AnswersThen;

  @JsonColumn()
  after!: AnswersThen;

  @JsonColumn()
  counts!: ReplanCounts;

  @JsonColumn()
  changed!: WhatChanged;

  @InstantColumn({ name: 'undone_at', nullable: true })
  undoneAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
