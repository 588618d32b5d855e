import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { type Bilingual, CallerError, conflict, isId, notFound } from '@convener/kernel';
import type { PaperFormat } from '@convener/papers';
import { Database, FileMissing, FileStore, plainRows, readAll } from '@convener/platform';
import { type ProjectScope, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { type Composed, Composing, type Wanted } from './composing';
import { type DocumentGroup, type DocumentKind, DocumentKinds } from './document-kind';
import { MadeDocument } from './made-document.entity';
import { mayReadDocument, requireReadable } from './made-document.rules';
import { preview } from './preview.rules';

/** A deliverable that a document is. */
export interface ServedDeliverable {
  id: string;
  workItemId: string;
  title: string;
  titleEn: string | null;
  status: string;
  dueDay: string | null;
}

export interface OfferedDocument {
  key: string;
  group: DocumentGroup;
  name: Bilingual;
  says: Bilingual;
  formats: readonly PaperFormat[];
  /** As evidence the whole project opens it, whoever may make it. */
  handedOut: boolean;
  serves: ServedDeliverable[];
}

export interface MadeView extends Omit<
  MadeDocument,
  'askedBy' | 'storeKey' | 'leaseToken' | 'leaseUntil' | 'attempts' | 'shownColumns'
> {
  kindName: Bilingual;
  askedBy: PersonRef;
  /** Whether the reader may stop it or take it away. */
  mine: boolean;
}

export interface Documents {
  offered: OfferedDocument[];
  /** The latest first. */
  made: MadeView[];
  /** Whether the reader may take the evidence pack away. */
  mayTakeEvidence: boolean;
}

export interface Preview extends Composed {
  serves: ServedDeliverable[];
}

export interface OpenedDocument {
  file: { mediaType: string; name: string; bytes: number };
  content: Readable;
}

/** What documents a project can have, has, and what they would say. */
@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly database: Database,
    private readonly kinds: DocumentKinds,
    private readonly composing: Composing,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly store: FileStore,
  ) {}

  ofProject(person: SignedIn, projectId: string): Promise<Documents> {
    return this.database.read(async (em) => {
      const scope = await this.scope.project(em, projectId, person);
      allow(scope.actor, 'documents.make');
      const served = await servedBy(em, projectId);
      const offered = this.kinds.all().filter((kind) => mayMake(scope, kind));
      const rows = await readAll(
        em,
        MadeDocument,
        'WHERE t.project_id = ? ORDER BY t.asked_at DESC, t.id DESC LIMIT 100',
        [projectId],
      );
      return {
        mayTakeEvidence: can(scope.actor, 'documents.make-all'),
        offered: offered.map((kind) => ({ ...described(kind), serves: served.get(kind.key) ?? [] })),
        made: await this.views(
          em,
          rows.filter((row) => mayReadDocument(scope.actor, row)),
          scope,
        ),
      };
    });
  }

  /** What the document would say now, with tables cut to what a screen can show. */
  preview(person: SignedIn, projectId: string, wanted: Wanted): Promise<Preview> {
    return this.database.read(async (em) => {
      const composed = await this.composing.compose(em, person, projectId, wanted);
      const { kind, paper } = composed;
      const serves = (await servedBy(em, projectId)).get(kind.key) ?? [];
      return { ...composed, paper: preview(paper), serves };
    });
  }

  one(person: SignedIn, id: string): Promise<MadeView> {
    return this.database.read(async (em) => {
      const { row, scope } = await this.readable(em, person, id);
      return (await this.views(em, [row], scope))[0]!;
    });
  }

  /** Throws 409 as long as it is not made. */
  async open(person: SignedIn, id: string): Promise<OpenedDocument> {
    const { row } = await this.database.read((em) => this.readable(em, person, id));
    const { storeKey, mediaType, name, bytes } = row;
    if (storeKey === null) throw notMade();
    try {
      return { file: { mediaType: mediaType!, name: name!, bytes: bytes! }, content: await this.store.read(storeKey) };
    } catch (error) {
      throw error instanceof FileMissing ? gone() : error;
    }
  }

  private async readable(
    em: EntityManager,
    person: SignedIn,
    id: string,
  ): Promise<{ row: MadeDocument; scope: ProjectScope }> {
    const [row] = isId(id) ? await readAll(em, MadeDocument, 'WHERE t.id = ?', [id]) : [];
    if (!row) throw notFound();
    const scope = await this.scope.project(em, row.projectId, person);
    allow(scope.actor, 'documents.make');
    requireReadable(scope.actor, row);
    return { row, scope };
  }

  private async views(em: EntityManager, rows: readonly MadeDocument[], { actor }: ProjectScope): Promise<MadeView[]> {
    const people = await this.people.refs(
      em,
      rows.map(({ askedBy }) => askedBy),
    );
    return rows.map(
      ({ askedBy, storeKey: _, leaseToken: _1, leaseUntil: _2, attempts: _3, shownColumns: _4, ...row }) => ({
        ...row,
        kindName: this.kinds.find(row.kind)?.name ?? { zh: row.kind, en: row.kind },
        askedBy: people.get(askedBy)!,
        mine: askedBy === actor.personId || can(actor, 'project.edit'),
      }),
    );
  }
}

function mayMake({ actor }: ProjectScope, { audience }: DocumentKind): boolean {
  return audience === 'crew' || can(actor, 'documents.make-all');
}

const described = ({ key, group, name, says, formats, audience }: DocumentKind) => ({
  ...{ key, group, name, says, formats },
  handedOut: audience === 'handed-out',
});

async function servedBy(em: EntityManager, projectId: string): Promise<Map<string, ServedDeliverable[]>> {
  const rows = await plainRows<ServedDeliverable & { document: string }>(em, SERVED, [projectId]);
  const served = new Map<string, ServedDeliverable[]>();
  for (const { document, ...row } of rows) served.set(document, [...(served.get(document) ?? []), row]);
  return served;
}

const SERVED = `SELECT d.document, d.id, d.work_item_id AS "workItemId", d.title, d.title_en AS "titleEn", d.status,
    d.due_day AS "dueDay"
  FROM deliverables d WHERE d.project_id = ? AND d.document IS NOT NULL AND d.status <> 'waived' ORDER BY d.due_day, d.id`;

const notMade = () =>
  conflict('document-not-made', { zh: '這份文件還沒有產製完成。', en: 'This document is not made yet.' });
const gone = () =>
  new CallerError(410, 'file-missing', {
    zh: '伺服器上找不到這份文件的內容。請重新產製。',
    en: 'The content of this document is not on the server. Make it again.',
  });
