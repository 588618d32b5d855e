import { type MessageLine, subjectOf } from './lines';
import type { Message } from './message.entity';

/** A message as its reader sees it. Instants are epoch ms. */
export interface InboxMessage {
  id: string;
  createdAt: number;
  readAt: number | null;
  subject: string;
  subjectEn: string;
  projects: { id: string; name: string; lines: MessageLine[] }[];
}

export function shown({ id, createdAt, readAt, lines }: Message): InboxMessage {
  const { zh, en } = subjectOf(lines);
  const projects = lines.map((project) => ({ id: project.id, name: project.name, lines: project.lines }));
  return { id, createdAt, readAt, subject: zh, subjectEn: en, projects };
}
