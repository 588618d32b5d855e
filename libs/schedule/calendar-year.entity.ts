import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarYear } from './calendar';

/** One year of the office calendar as an admin imported it; it stands in for the year that came with the product. */
@Entity('calendar_years')
export class ImportedYear {
  @PrimaryColumn({ type: 'integer' })
  year!: number;

  /** Changes with each import, so that every process sees that its copy is old. */
  @Column({ type: 'varchar', length: 36 })
  revision!: string;

  @Column({ type: 'text' })
  status!: CalendarYear['status'];

  /** Where the days were read: an announcement, a file. */
  @Column({ type: 'text' })
  source!: string;

  /** Days off beside Saturdays and Sundays. */
  @JsonColumn({ name: 'days_off' })
  daysOff!: CalendarYear['daysOff'];

  @Column({ name: 'imported_by', type: 'varchar', length: 36 })
  importedBy!: string;

  @InstantColumn({ name: 'imported_at' })
  importedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
