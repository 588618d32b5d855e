import { Injectable } from '@nestjs/common';
import type { Actor, SignedIn } from '@convener/access';
import type { Bilingual, Day } from '@convener/kernel';
import type { Block, Paper, PaperFormat, PaperLanguage } from '@convener/papers';
import type { Project } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import type { ShownColumns } from './shown-columns';

/** Where a document belongs on the page that lists them. */
export const DOCUMENT_GROUPS = ['planning', 'control', 'finance', 'on-site', 'people', 'closing'] as const;
export type DocumentGroup = (typeof DOCUMENT_GROUPS)[number];

/** What a document is written about, and for whom. */
export interface About {
  project: Project;
  person: SignedIn;
  actor: Actor;
  language: PaperLanguage;
  /** One value of each of the kind's choices, by its key. */
  chosen: Readonly<Record<string, string>>;
  /** The instant (epoch ms) as of which it speaks, and its day in the project's zone. */
  now: number;
  today: Day;
  /** Told by whatever puts cells of lists into the document: where some are about people, not all of the crew may read it. */
  shown: ShownColumns;
  /** The text in the document's language. */
  say(zh: string, en: string): string;
  /** What a row is called in the document's language, in Chinese where it has no other name. */
  name(row: { title: string; titleEn?: string | null } | { name: string; nameEn?: string | null }): string;
}

/** Something that whoever asks for the document decides: which list, which day, which variant. */
export interface DocumentChoice {
  key: string;
  name: Bilingual;
  /** The first is taken where none is said; empty where the project has none to choose from. */
  values: readonly { value: string; name: Bilingual }[];
}

export interface Written {
  /** The kind's name where it is left out. */
  title?: string;
  subtitle?: readonly string[];
  page?: Paper['page'];
  plain?: true;
  blocks: readonly Block[];
}

/** A file of another making than a paper's, written to `path`. */
export interface Producing {
  path: string;
  signal: AbortSignal;
  /** From 0 to 1. */
  progress(done: number): void;
}

interface Described {
  /** As plans name it. */
  key: string;
  group: DocumentGroup;
  name: Bilingual;
  /** What it is for, in a line. */
  says: Bilingual;
  formats: readonly PaperFormat[];
  /**
   * `leads`: it speaks of people or their performance, so that not all of the crew read it. One for the crew leaves out
   * what its reader may not see, and is for leads alone where what is personal was shown. `handed-out`: leads make it
   * for everybody, so that handing it in opens it to the whole project.
   */
  audience: 'crew' | 'leads' | 'handed-out';
  choices?(em: EntityManager, project: Project, actor: Actor): Promise<DocumentChoice[]>;
  /** What it says, from the database alone: the same rows give the same document. */
  write(em: EntityManager, about: About): Promise<Written>;
}

/** A document that the project's own data make. `produce` writes formats that are no paper's, or leaves it to the press. */
export type DocumentKind = Described & {
  produce?: Partial<Record<PaperFormat, (about: About, to: Producing) => Promise<void | 'press'>>>;
};

/** All documents that can be made. Libs above add theirs when they start. */
@Injectable()
export class DocumentKinds {
  private readonly kinds = new Map<string, DocumentKind>();

  /** Throws where there is one of that key. */
  add(...kinds: readonly DocumentKind[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.key)) throw new Error(`The document "${kind.key}" is written twice`);
      this.kinds.set(kind.key, kind);
    }
  }

  find(key: string): DocumentKind | null {
    return this.kinds.get(key) ?? null;
  }

  /** In the order of the groups, then as they were added. */
  all(): DocumentKind[] {
    const all = [...this.kinds.values()];
    return DOCUMENT_GROUPS.flatMap((group) => all.filter((kind) => kind.group === group));
  }
}
