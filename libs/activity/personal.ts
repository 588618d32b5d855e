import { sha256 } from './chain';

type Fields = Record<string, unknown>;

/** What an entry says, before it is stored. */
export interface Told {
  subjectType: string;
  subjectTitle: string;
  before: Fields | null;
  after: Fields | null;
}

/** What is kept beside the chain, so that it can be erased. */
export interface Personal {
  title?: string;
  before?: Fields;
  after?: Fields;
}

/**
 * Fields that may name people or say something of them: what people write freely, and who commissioned the project.
 * A new field of that kind belongs here. Ids of people stay in the chain: without the person they say nothing.
 */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set([
  'reason',
  'why',
  'note',
  'link',
  'fileName',
  'waitingFor',
  'client',
  'statusReason',
  'healthNote',
  'party',
  'cells',
  'entry',
]);

/** Takes out of an entry what is personal; null where nothing is. A cleared field is no text, so it stays. */
export function splitPersonal<T extends Told>(told: T): { told: T; personal: Personal | null } {
  const [before, beforeText] = splitFields(told.before);
  const [after, afterText] = splitFields(told.after);
  const named = told.subjectType === 'member' && told.subjectTitle !== '';
  if (!named && !beforeText && !afterText) return { told, personal: null };
  const personal = {
    ...(named && { title: told.subjectTitle }),
    ...(beforeText && { before: beforeText }),
    ...(afterText && { after: afterText }),
  };
  return { told: { ...told, before, after, ...(named && { subjectTitle: '' }) }, personal };
}

/** The entry as it was told. Without its personal part, which was erased or never was, those fields are missing. */
export function mergePersonal<T extends Told>(told: T, personal: Personal | null): T {
  if (!personal) return told;
  const { title, before, after } = personal;
  return {
    ...told,
    subjectTitle: title ?? told.subjectTitle,
    before: before ? { ...told.before, ...before } : told.before,
    after: after ? { ...told.after, ...after } : told.after,
  };
}

/** What the chain holds of a personal text. The salt goes with the text: without it nobody can try names on it. */
export function personalDigest(salt: string, content: string): string {
  return sha256(JSON.stringify([salt, content]));
}

function splitFields(fields: Fields | null): [Fields | null, Fields | null] {
  if (!fields) return [null, null];
  const all = Object.entries(fields);
  const personal = all.filter(([key, value]) => PERSONAL_FIELDS.has(key) && value !== null && value !== undefined);
  if (personal.length === 0) return [fields, null];
  const taken = new Set(personal.map(([key]) => key));
  return [Object.fromEntries(all.filter(([key]) => !taken.has(key))), Object.fromEntries(personal)];
}
