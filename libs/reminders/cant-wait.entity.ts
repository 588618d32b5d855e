import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectType } from './reminder.entity';

/** A thing whose reminders a person wants singly and at once. */
@Entity('cant_wait')
export class CantWait {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'varchar', length: 36 })
  subjectId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: SubjectType;
}
