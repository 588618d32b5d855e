import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from './can';

export const LOCALES = ['zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Somebody who can sign in, or came by a code. People are never deleted, only made inactive: the activity log names them. */
@Entity('people')
export class Person {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Lower case, see normalEmail(). Null for temporary staff, who came by a code: see isTemporary(). */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** Null where the email is. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  /** Null for people who only take part in projects, such as a client. */
  @Column({ name: 'workspace_role', type: 'text', nullable: true })
  workspaceRole!: WorkspaceRole | null;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ type: 'boolean' })
  active!: boolean;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
