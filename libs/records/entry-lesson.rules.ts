import type { RecordEntry } from './record-entry.entity';

const LONGEST = 2000;

/** What an entry says, for a lesson to be made of it; not who was there, for people of other projects read it. */
export function entryLessonText({
  title,
  notes,
  decisions,
}: Pick<RecordEntry, 'title' | 'notes' | 'decisions'>): string {
  const text = [title, notes?.trim(), ...decisions.map((decision) => `・${decision}`)].filter(Boolean).join('\n');
  return [...text].slice(0, LONGEST).join('');
}
