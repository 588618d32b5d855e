import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What ends mails to one person without signing in. It stands in every mail, so it is kept as it is: it does nothing
 * else, and a new one is made when the person wants mail again.
 */
@Entity('unsubscribe_links')
export class UnsubscribeLink {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'text' })
  token!: string;
}
