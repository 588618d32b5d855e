import type { Day } from '@convener/kernel';
import { JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one person wants to be told. Whoever has no row has DEFAULT_PREFERENCES. */
@Entity('notification_preferences')
export class NotificationPreferences {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** IANA zone of the wall times below and of the days away. */
  @Column({ type: 'text' })
  zone!: string;

  /** When the digest comes, HH:MM; null with the reminders themselves, which templates put at nine. */
  @Column({ name: 'digest_at', type: 'text', nullable: true })
  digestAt!: string | null;

  /** Whether messages come by e-mail too; the inbox has them either way. */
  @Column({ type: 'boolean' })
  mail!: boolean;

  /** Kinds of reminders that come singly, each at once. */
  @JsonColumn()
  singles!: string[];

  /** Between these wall times (HH:MM, over midnight too) nothing comes; both null where there are none. */
  @Column({ name: 'quiet_from', type: 'text', nullable: true })
  quietFrom!: string | null;

  @Column({ name: 'quiet_to', type: 'text', nullable: true })
  quietTo!: string | null;

  /** Nothing comes on weekends and on days off of the office calendar. */
  @Column({ name: 'rest_on_days_off', type: 'boolean' })
  restOnDaysOff!: boolean;

  /** After so many messages on a day the rest goes into the next digest. */
  @Column({ name: 'daily_cap', type: 'integer' })
  dailyCap!: number;

  /** Who is told in this person's place from `awayFrom` to `awayUntil`, both days included. */
  @Column({ name: 'stand_in_id', type: 'varchar', length: 36, nullable: true })
  standInId!: string | null;

  @Column({ name: 'away_from', type: 'text', nullable: true })
  awayFrom!: Day | null;

  @Column({ name: 'away_until', type: 'text', nullable: true })
  awayUntil!: Day | null;

  /** 0 until the person has chosen anything. */
  @Column({ type: 'integer' })
  version!: number;
}

export const DEFAULT_PREFERENCES: Omit<NotificationPreferences, 'personId'> = {
  zone: 'Asia/Taipei',
  digestAt: null,
  mail: true,
  singles: ['manual'],
  quietFrom: null,
  quietTo: null,
  restOnDaysOff: false,
  dailyCap: 10,
  standInId: null,
  awayFrom: null,
  awayUntil: null,
  version: 0,
};
