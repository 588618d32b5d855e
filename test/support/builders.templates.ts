import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStandards, type Standard } from '@convener/standards';
import { loadCalendar, loadTemplates, type StartAnswers, type Template } from '@convener/templates';

export const SEEDS = join(__dirname, '../../seeds');

/** What the real seeds hold, read once for a suite. */
export function realSeeds() {
  const standards = loadStandards(join(SEEDS, 'standards'));
  const templates = loadTemplates(join(SEEDS, 'templates'), standards);
  const bySlug = new Map(templates.map((template) => [template.slug, template]));
  const template = (slug: string): Template => {
    const found = bySlug.get(slug);
    if (!found) throw new Error(`no template ${slug}`);
    return found;
  };
  return { standards, templates, template, calendar: loadCalendar(join(SEEDS, 'calendars')) };
}

/** A copy of `seeds/templates` to break. */
export class TemplateFolderCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'templates-'));

  constructor() {
    cpSync(join(SEEDS, 'templates'), this.folder, { recursive: true });
  }

  /** Replaces a text that must be there. */
  edit(file: string, find: string | RegExp, replace: string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(find, replace);
    if (after === before) throw new Error(`${file} does not hold ${String(find)}`);
    writeFileSync(path, after);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.folder, file));
  }

  /** What loading says about it; the empty text when it loads. */
  problem(standards: readonly Standard[]): string {
    try {
      loadTemplates(this.folder, standards);
      return '';
    } catch (error) {
      return error instanceof Error ? `${error.constructor.name} ${error.message}` : String(error);
    }
  }

  drop(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Answers of a start, with nothing special about them. */
export function answers(given: Partial<StartAnswers> = {}): StartAnswers {
  return { opening: '2027-10-13', closing: '2027-10-15', anchors: {}, options: {}, lateStart: 'squeeze', ...given };
}
