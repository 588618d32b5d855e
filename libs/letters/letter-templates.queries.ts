import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { actorOf, allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { CallerError, notFound } from '@convener/kernel';
import { Database, FileMissing, FileStore, readAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LetterPackage, openLetter } from './letter-package';
import { type LetterKind, LetterTemplate } from './letter-template.entity';
import { templateOf } from './letter-templates.service';

export interface LetterTemplateView extends Omit<LetterTemplate, 'storeKey' | 'addedBy'> {
  addedBy: PersonRef;
  mayRemove: boolean;
}

/** The house's documents with fields. */
@Injectable()
export class LetterTemplatesQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly store: FileStore,
  ) {}

  /** By kind, the oldest first. */
  all(person: SignedIn): Promise<LetterTemplateView[]> {
    allow(actorOf(person), 'letters.read');
    return this.database.read(async (em) => {
      const rows = await readAll(em, LetterTemplate, 'WHERE 1 = 1 ORDER BY t.kind, t.added_at, t.id');
      return this.views(em, person, rows);
    });
  }

  one(person: SignedIn, id: string): Promise<LetterTemplateView> {
    allow(actorOf(person), 'letters.read');
    return this.database.read(async (em) => {
      const row = await templateOf(em, id);
      if (!row) throw notFound();
      return (await this.views(em, person, [row]))[0]!;
    });
  }

  async file(person: SignedIn, id: string): Promise<{ template: LetterTemplate; content: Readable }> {
    allow(actorOf(person), 'letters.read');
    const template = await this.database.read((em) => templateOf(em, id));
    if (!template) throw notFound();
    return { template, content: await this.content(template) };
  }

  /** Ready to be merged. Throws 4xx where it is gone. */
  async letter(id: string): Promise<LetterPackage> {
    const template = await this.database.read((em) => templateOf(em, id));
    if (!template) throw notFound();
    return openLetter(await buffer(await this.content(template)));
  }

  private async content({ storeKey }: LetterTemplate): Promise<Readable> {
    return this.store.read(storeKey).catch((error: unknown) => {
      throw error instanceof FileMissing ? gone() : error;
    });
  }

  private async views(
    em: EntityManager,
    person: SignedIn,
    rows: readonly LetterTemplate[],
  ): Promise<LetterTemplateView[]> {
    const people = await this.people.refs(
      em,
      rows.map(({ addedBy }) => addedBy),
    );
    return rows.map(({ storeKey: _key, addedBy, ...row }) => ({
      ...row,
      addedBy: people.get(addedBy)!,
      mayRemove: can(actorOf(person), 'letters.remove', { addedBy }),
    }));
  }
}

/** In the caller's transaction, which has asked who may: what a document can be merged of. */
export const templatesOfKind = (em: EntityManager, kind: LetterKind): Promise<LetterTemplate[]> =>
  readAll(em, LetterTemplate, 'WHERE t.kind = ? ORDER BY t.added_at, t.id', [kind]);

const gone = () =>
  new CallerError(410, 'file-missing', {
    zh: '伺服器上找不到這份文件範本的內容。請移除後重新上傳。',
    en: 'The content of this template is not on the server. Remove it, and upload it again.',
  });
