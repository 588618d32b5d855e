import { Injectable } from '@nestjs/common';
import { notFound } from '@convener/kernel';
import { lint, type LintFinding } from './lint';
import { loadStandards } from './standards.loader';
import type { Competence, Standard, Task } from './standard.types';

/** The occupational standards at hand, read once at start. Their wording is the issuer's and never changes here. */
@Injectable()
export class StandardsLibrary {
  private readonly bySlug: ReadonlyMap<string, Standard>;

  constructor(private readonly standards: readonly Standard[]) {
    this.bySlug = new Map(standards.map((standard) => [standard.slug, standard]));
  }

  /** Throws StandardsError where a file of the folder is wrong. */
  static read(folder: string): StandardsLibrary {
    return new StandardsLibrary(loadStandards(folder));
  }

  /** In order of slug. */
  all(): readonly Standard[] {
    return this.standards;
  }

  /** Throws notFound (404). */
  get(slug: string): Standard {
    const standard = this.bySlug.get(slug);
    if (!standard) throw notFound();
    return standard;
  }

  /** The task at a place such as `conference-project-executive/T2.1`; null where it is not (or no longer) at hand. */
  taskAt(path: string): { standard: Standard; task: Task } | null {
    const [slug, place] = path.split('/');
    const standard = this.bySlug.get(slug ?? '');
    const task = standard?.duties.flatMap(({ tasks }) => tasks).find((candidate) => candidate.place === place);
    return standard && task ? { standard, task } : null;
  }

  /** Slug of the edition that replaces this one, or null. */
  supersededBy(slug: string): string | null {
    return this.standards.find((standard) => standard.supersedes === slug)?.slug ?? null;
  }

  /** What looks odd in the transcribed sources. */
  lint(): LintFinding[] {
    return this.standards.flatMap(lint);
  }
}

/** The entries behind a task's codes, in its order. A code that is printed with two texts answers both. */
export function entriesOf(list: readonly Competence[], codes: readonly string[]): Competence[] {
  return codes.flatMap((code) => list.filter((entry) => entry.code === code));
}
