import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What an entry says of people: names, and what somebody wrote. Deleting the row erases it for good and breaks no
 * chain; changing it is refused by the database, and found.
 */
@Entity('activity_personal')
export class ActivityPersonal {
  @PrimaryColumn({ name: 'entry_id', type: 'varchar', length: 36 })
  entryId!: string;

  /** JSON of `Personal`, as text because the digest covers the text. */
  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text' })
  salt!: string;
}
