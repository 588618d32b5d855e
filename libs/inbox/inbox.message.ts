import { Person } from '@convener/access';
import { type Message, type MessageLine, subjectOf } from '@convener/delivery';
import { type EntityManager, In } from 'typeorm';

/** A message as its reader sees it. Instants are epoch ms. */
export interface InboxMessage {
  id: string;
  createdAt: number;
  readAt: number | null;
  doneAt: number | null;
  /** Name of whom the reader stands in for; null where it is their own work. */
  forName: string | null;
  subject: string;
  subjectEn: string;
  projects: { id: string; name: string; lines: MessageLine[] }[];
}

/** `names` are those of the people who are stood in for, by id. */
export function shown(message: Message, names: ReadonlyMap<string, string>): InboxMessage {
  const { id, createdAt, readAt, doneAt, lines, forPersonId } = message;
  const forName = (forPersonId && names.get(forPersonId)) || null;
  const { zh, en } = subjectOf(lines);
  const projects = lines.map((project) => ({ id: project.id, name: project.name, lines: project.lines }));
  return { id, createdAt, readAt, doneAt, forName, subject: zh, subjectEn: en, projects };
}

/** Names of the people whom the readers of these messages stand in for. */
export async function namesFor(em: EntityManager, messages: readonly Message[]): Promise<Map<string, string>> {
  const ids = new Set(messages.flatMap(({ forPersonId }) => forPersonId ?? []));
  if (ids.size === 0) return new Map();
  const people = await em.find(Person, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
