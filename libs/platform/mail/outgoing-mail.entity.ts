import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn } from '../database/columns';

/** A mail that was not sent because no mail server is configured: an admin reads it in the outbox. */
@Entity('outgoing_mail')
export class OutgoingMail {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'message_key', type: 'text' })
  messageKey!: string;

  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  html!: string;

  /** Beyond those that every mail has. */
  @JsonColumn({ default: '{}' })
  headers!: Record<string, string>;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;
}
