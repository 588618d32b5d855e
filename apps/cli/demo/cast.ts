import { randomInt } from 'node:crypto';
import { Person, type SignedIn, type WorkspaceRole } from '@convener/access';
import { NewPeople } from '@convener/accounts';
import { Passwords, signedIn } from '@convener/sign-in';
import { Database } from '@convener/platform';
import type { INestApplicationContext } from '@nestjs/common';

interface Part {
  key: string;
  name: string;
  email: string;
  role: string;
  workspaceRole: WorkspaceRole | null;
}

/** Who plays along. The domain is reserved for examples, so that no mail of the demo can reach anybody. */
const PARTS = [
  part('manager', '林雅婷', 'yating', '專案經理 manager'),
  part('programmeLead', '陳冠宇', 'guanyu', '組長 lead'),
  part('logisticsLead', '張家豪', 'jiahao', '組長 lead'),
  part('shihan', '黃詩涵', 'shihan', '組員 member'),
  part('bohan', '吳柏翰', 'bohan', '組員 member'),
  part('pinyu', '劉品妤', 'pinyu', '組員 member'),
  part('zonghan', '蔡宗翰', 'zonghan', '組員 member'),
  { ...part('client', '許淑芬', 'shufen.client', '客戶 client'), workspaceRole: null },
] as const satisfies Part[];

export type Role = (typeof PARTS)[number]['key'];
export type Cast = Record<Role, SignedIn>;

export interface Credentials {
  name: string;
  role: string;
  email: string;
  password: string;
}

/** Whether the demo has been loaded into this database. */
export function castIsThere(database: Database): Promise<boolean> {
  return database.read((em) => em.existsBy(Person, { email: PARTS[0].email }));
}

/** Adds everybody with a random password, in one transaction. Where nobody is set up yet the manager becomes the admin. */
export async function addCast(app: INestApplicationContext): Promise<{ cast: Cast; credentials: Credentials[] }> {
  const passwords = PARTS.map(() => randomPassword());
  const hashes = await Promise.all(passwords.map((password) => app.get(Passwords).hash(password)));
  const people = await app.get(Database).write(async (em) => {
    const first = !(await em.exists(Person));
    const added: Person[] = [];
    for (const [index, { name, email, workspaceRole }] of PARTS.entries()) {
      const role = first && index === 0 ? 'admin' : workspaceRole;
      const passwordHash = hashes[index]!;
      added.push(await app.get(NewPeople).add(em, { name, email, passwordHash, workspaceRole: role }));
    }
    return added;
  });
  const cast = Object.fromEntries(PARTS.map(({ key }, index) => [key, signedIn(people[index]!)])) as Cast;
  const credentials = PARTS.map(({ name, role, email }, index) => {
    const admin = people[index]!.workspaceRole === 'admin' ? '、管理者 admin' : '';
    return { name, role: `${role}${admin}`, email, password: passwords[index]! };
  });
  return { cast, credentials };
}

function part<K extends string>(key: K, name: string, mailbox: string, role: string) {
  return { key, name, email: `${mailbox}@demo.example`, role, workspaceRole: 'member' as WorkspaceRole | null };
}

/** Letters and digits that nobody mistakes for one another; some 75 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}
