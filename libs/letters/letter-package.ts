import { archiveEntries, type ArchiveEntry, unpackEntry } from '@convener/platform';
import { brokenTemplate, noFields, templateSwells, unclosedFields } from './letter-problems';
import { type CompiledBody, compileBody, type CompiledPart, compilePart, NoLetter } from './letter-xml.rules';

export const MOST_TEMPLATE_BYTES = 10 * 1024 * 1024;
const MOST_ENTRIES = 500;
/** All that a template unpacks to; letters with a letterhead take a hundredth. */
const MOST_UNPACKED = 48 * 1024 * 1024;
/** Of the text alone: it is written once for each letter. */
const MOST_TEXT = 4 * 1024 * 1024;

const BODY = 'word/document.xml';
const AROUND = /^word\/(?:header|footer)\d*\.xml$/;

/** A DOCX with fields, ready to be merged. */
export interface LetterPackage {
  /** Everything but the text, as it came, in its order. */
  parts: { name: string; content: Buffer }[];
  body: CompiledBody;
  /** Headers and footers, by their name: they stand once, so they hold nothing of a row. */
  around: Map<string, CompiledPart>;
}

/** Throws 4xx where it is no document that letters can be made of. Its fields need not be known. */
export async function openLetter(content: Buffer): Promise<LetterPackage> {
  const entries = archiveEntries(content);
  if (!entries || entries.some(({ encrypted }) => encrypted)) throw brokenTemplate();
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const text = entries.find(({ name }) => name === BODY);
  if (!text) throw brokenTemplate();
  if (entries.length > MOST_ENTRIES || total > MOST_UNPACKED || text.unpacked > MOST_TEXT) throw templateSwells();
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw brokenTemplate();
  const parts: LetterPackage['parts'] = [];
  for (const entry of entries.filter(({ name }) => !name.endsWith('/')))
    parts.push({ name: entry.name, content: await unpacked(content, entry) });
  try {
    const xmlOf = (name: string) => parts.find((part) => part.name === name)!.content.toString('utf8');
    const around = parts
      .filter(({ name }) => AROUND.test(name))
      .map(({ name }) => [name, compilePart(xmlOf(name))] as const);
    return { parts, body: compileBody(xmlOf(BODY)), around: new Map(around) };
  } catch (error) {
    throw error instanceof NoLetter ? brokenTemplate() : error;
  }
}

/** The fields of a template: of its text, and of its headers and footers, each once. */
export interface LetterFields {
  fields: readonly string[];
  outerFields: readonly string[];
}

export function fieldsOf({ body, around }: Pick<LetterPackage, 'body' | 'around'>): LetterFields {
  const outer = [...around.values()].flatMap(({ fields }) => fields);
  return { fields: [...new Set(body.fields)], outerFields: [...new Set(outer)] };
}

/** Throws 400 where a template has none, or one that nobody closed. */
export function requireFields(letter: LetterPackage): LetterFields {
  const unclosed = [letter.body, ...letter.around.values()].flatMap((part) => part.unclosed);
  if (unclosed.length > 0) throw unclosedFields(unclosed);
  const found = fieldsOf(letter);
  if (found.fields.length === 0) throw noFields();
  return found;
}

async function unpacked(content: Buffer, entry: ArchiveEntry): Promise<Buffer> {
  const found = await unpackEntry(content, entry);
  if (!found) throw brokenTemplate();
  return found;
}
