import type { DataSource, EntityManager, Relation } from 'typeorm';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';

/** Tables that belong to nobody, for tests of the database itself. */
@Entity('probe_parents')
export class Parent {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @OneToMany(() => Child, (child) => child.parent, { cascade: ['insert'] })
  children!: Child[];
}

@Entity('probe_children')
export class Child {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  /** NOT NULL in the table, so that a child without one fails after its parent has been written. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @ManyToOne(() => Parent, (parent) => parent.children)
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Parent>;
}

@Entity('probe_counters')
export class Counter {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'integer' })
  n!: number;
}

export async function createProbeTables(dataSource: DataSource): Promise<void> {
  await dataSource.query('CREATE TABLE probe_parents (id text PRIMARY KEY)');
  await dataSource.query(
    'CREATE TABLE probe_children (id text PRIMARY KEY, name text NOT NULL, parent_id text NOT NULL REFERENCES probe_parents (id))',
  );
  await dataSource.query('CREATE TABLE probe_counters (id text PRIMARY KEY, n integer NOT NULL)');
}

export async function clearProbeTables(dataSource: DataSource): Promise<void> {
  for (const table of ['children', 'parents', 'counters']) await dataSource.query(`DELETE FROM probe_${table}`);
}

/** Reads a counter and writes it back one higher, with the lock that each database offers for it. */
export async function countUp(em: EntityManager, id: string): Promise<void> {
  const lock = em.dataSource.options.type === 'postgres' ? ' FOR UPDATE' : '';
  const rows: { n: number }[] = await em.query(`SELECT n FROM probe_counters WHERE id = '${id}'${lock}`);
  await em.update(Counter, { id }, { n: (rows[0]?.n ?? 0) + 1 });
}
