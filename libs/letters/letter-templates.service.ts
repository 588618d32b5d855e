import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { actorOf, allow, type SignedIn } from '@convener/access';
import { CallerError, Clock, conflict, isId, newId, notFound } from '@convener/kernel';
import {
  Database,
  databaseFault,
  DOCX,
  FileInspector,
  fileName,
  FileStore,
  Incoming,
  insertAll,
  plainChange,
  plainRows,
  readAll,
  type Received,
} from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openLetter, requireFields } from './letter-package';
import { brokenTemplate } from './letter-problems';
import { type LetterKind, LetterTemplate } from './letter-template.entity';

/** A house has a handful a kind; more are left from trying. */
export const MOST_TEMPLATES = 50;

export interface GivenTemplate {
  received: Received;
  kind: LetterKind;
  name: string;
  /** As its sender calls the file. */
  fileName: string;
}

/** Keeps the house's documents with fields. The row follows the file in, and goes before it out. */
@Injectable()
export class LetterTemplatesService {
  private readonly logger = new Logger(LetterTemplatesService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly inspector: FileInspector,
    private readonly incoming: Incoming,
  ) {}

  /** Asked before anything is received: who may not add one needs not send it. */
  async requireAddable(person: SignedIn): Promise<void> {
    allow(actorOf(person), 'letters.add');
    await this.database.read(requireRoom);
  }

  /**
   * Keeps what was received, unless the very same file is there under that kind and name. Throws 4xx where no letters can
   * be made of it; what its fields mean is asked when they are.
   */
  async add(person: SignedIn, { received, kind, name, fileName: given }: GivenTemplate): Promise<{ id: string }> {
    allow(actorOf(person), 'letters.add');
    const { mediaType, path, bytes, sha256 } = await this.inspector.inspect(received);
    const storeKey = randomUUID();
    try {
      if (mediaType !== DOCX) throw brokenTemplate();
      const found = requireFields(await openLetter(await readFile(path)));
      const row: LetterTemplate = {
        ...{ id: newId(), kind, name, fileName: fileName(given, DOCX), bytes, sha256, storeKey },
        ...{ fields: [...found.fields], outerFields: [...found.outerFields] },
        ...{ addedBy: person.personId, addedAt: this.clock.now() },
      };
      return await this.keep(row, path);
    } finally {
      await this.incoming.discard(path);
    }
  }

  private async keep(row: LetterTemplate, path: string): Promise<{ id: string }> {
    try {
      await this.store.put(row.storeKey, path);
      const id = await this.database.write((em) => this.write(em, row));
      if (id !== row.id) await this.store.remove(row.storeKey);
      return { id };
    } catch (error) {
      // Where the database went away the commit may still come: a file too many is found by files:check, a lost one by nobody.
      if (databaseFault(error) !== 'away') await this.store.remove(row.storeKey).catch(() => undefined);
      throw error;
    }
  }

  /** Documents that were merged of it stay. */
  async remove(person: SignedIn, id: string): Promise<void> {
    const key = await this.database.write(async (em) => {
      const row = await templateOf(em, id);
      if (!row) throw notFound();
      allow(actorOf(person), 'letters.remove', { addedBy: row.addedBy });
      await plainChange(em, 'DELETE FROM letter_templates WHERE id = ?', [id]);
      return row.storeKey;
    });
    await this.store
      .remove(key)
      .catch((error: unknown) =>
        this.logger.warn(`A removed template is left over, see files:check: ${String(error)}`),
      );
  }

  /** Answers the id; that of the same file where it is there already. */
  private async write(em: EntityManager, row: LetterTemplate): Promise<string> {
    const same = 'WHERE t.kind = ? AND t.name = ?';
    const [there] = await readAll(em, LetterTemplate, same, [row.kind, row.name]);
    if (there?.sha256 === row.sha256) return there.id;
    if (there) throw nameTaken();
    await requireRoom(em);
    await insertAll(em, LetterTemplate, [row]);
    return row.id;
  }
}

export async function templateOf(em: EntityManager, id: string): Promise<LetterTemplate | null> {
  const [row = null] = isId(id) ? await readAll(em, LetterTemplate, 'WHERE t.id = ?', [id]) : [];
  return row;
}

async function requireRoom(em: EntityManager): Promise<void> {
  const [row] = await plainRows<{ n: number | string }>(em, 'SELECT COUNT(*) AS n FROM letter_templates', []);
  if (Number(row?.n ?? 0) >= MOST_TEMPLATES) throw tooMany();
}

const nameTaken = () =>
  conflict('letter-name-taken', {
    zh: '已經有同名的文件範本。請換一個名稱，或先移除舊的。',
    en: 'Another template has this name. Choose another one, or remove the old one first.',
  });
const tooMany = () =>
  new CallerError(409, 'too-many-letter-templates', {
    zh: `最多 ${MOST_TEMPLATES} 份文件範本。請先移除不用的。`,
    en: `There may be ${MOST_TEMPLATES} templates at most. Remove those that nobody uses.`,
  });
