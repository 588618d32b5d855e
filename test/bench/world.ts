import { newId } from '@convener/kernel';
import type { Bare } from './bare';
import { copyProject, crewMember } from './copy';
import { startModel } from './model';
import { insertAgain } from './rows';
import { CREW, type Size } from './sizes';
import { cookieOf, setUp, signIn } from './visitor';

export interface Person {
  id: string;
  email: string;
}

/** Over how many projects a busy person's work is spread. */
export const BUSY_PROJECTS = 6;
const BUSY_ITEMS = 300;
const ADMIN = 'admin@bench.test';
const OPEN = "status IN ('to-do', 'doing', 'waiting')";

/** What stands in the database, made by real requests once and then copied, and who may sign in to it. */
export class World {
  address = '';
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly bare: Bare,
    readonly size: Size,
    readonly admin: Person,
    readonly crew: readonly Person[],
    readonly model: string,
    /** Ids of the copies; the first ones belong to the busy people. */
    readonly copies: readonly string[],
  ) {}

  static async build(bare: Bare, address: string, size: Size): Promise<World> {
    const admin = { id: await setUp(address, ADMIN), email: ADMIN };
    const crew: Person[] = [];
    for (let i = 0; i < CREW; i += 1) crew.push(await addPerson(bare, admin));
    const manager = await signIn(address, crew[0]!.email);
    const model = await startModel(
      manager,
      crew.map(({ id }) => id),
    );
    const copies = await copyProject(bare, model, size.projects, size.crews);
    const world = new World(bare, size, admin, crew, model, copies);
    world.address = address;
    await bare.exec(bare.kind === 'sqlite' ? 'PRAGMA wal_checkpoint(TRUNCATE)' : 'VACUUM ANALYZE');
    return world;
  }

  /** A project that no busy person has a part in; the same one again where there are too few. */
  project(index: number): string {
    const free = this.copies.slice(this.reserved);
    return free[index % free.length]!;
  }

  /** The person of a copy's crew in that place; the first is its manager. */
  member(project: string, place: number): Person {
    const copy = this.copies.indexOf(project) + 1;
    const { id, email } = this.crew[place % CREW]!;
    const crew = ((copy - 1) % this.size.crews) + 1;
    return { id: crewMember(this.model, id, copy, this.size.crews), email: `crew${crew}.${email}` };
  }

  /** Somebody with BUSY_ITEMS open work items in a few projects; in smaller worlds with as many as there are. */
  async busy(role: 'manager' | 'member', first: number): Promise<Person & { items: number }> {
    const projects = Array.from({ length: Math.min(BUSY_PROJECTS, this.reserved) }, (_, index) => {
      return this.copies[(first + index) % this.reserved]!;
    });
    const person = await addPerson(this.bare, this.admin);
    let items = 0;
    for (const project of projects) {
      await this.join(person, project, role);
      items += await this.bare.run(
        `UPDATE work_items SET assignee_id = ? WHERE id IN
          (SELECT id FROM work_items WHERE project_id = ? AND ${OPEN} ORDER BY position LIMIT ${BUSY_ITEMS / BUSY_PROJECTS})`,
        [person.id, project],
      );
    }
    return { ...person, items };
  }

  /** Somebody with a part in so many projects. */
  async joiner(projects: number): Promise<Person> {
    const person = await addPerson(this.bare, this.admin);
    for (const project of this.copies.slice(0, projects)) await this.join(person, project, 'member');
    return person;
  }

  async cookieOf({ email }: Person): Promise<string> {
    const known = this.cookies.get(email) ?? cookieOf(await signIn(this.address, email));
    this.cookies.set(email, known);
    return known;
  }

  private get reserved(): number {
    return Math.min(2 * BUSY_PROJECTS, this.copies.length - 2);
  }

  private async join(person: Person, project: string, role: string): Promise<void> {
    const own = 'SELECT * FROM project_members WHERE project_id = ? AND person_id = ?';
    const [row] = await this.bare.all(own, [this.model, this.crew[0]!.id]);
    await insertAgain(this.bare, 'project_members', row!, { project_id: project, person_id: person.id, role });
  }
}

/** A person with the admin's password: hashing it anew for thousands would take longer than the measurement. */
async function addPerson(bare: Bare, admin: Person): Promise<Person> {
  const id = newId();
  const email = `${id}@bench.test`;
  const [row] = await bare.all('SELECT * FROM people WHERE id = ?', [admin.id]);
  await insertAgain(bare, 'people', row!, { id, email, name: '組員', workspace_role: 'member' });
  return { id, email };
}
