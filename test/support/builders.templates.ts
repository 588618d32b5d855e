import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOfRule, loadCalendar, parseRule, WorkingCalendar } from '@convener/schedule';
import { loadStandards, type Standard } from '@convener/standards';
import { loadTemplates, type StartAnswers, type Template } from '@convener/templates';
import { resolveAnchors } from '../../libs/templates/anchors';

export { cycleProblems } from '../../libs/templates/cycles';
export { drafted } from '../../libs/house-templates/house-content';
export { editedContent } from '../../libs/house-templates/house-edit';
export { parseRule };

/** The event of suites that count from one. */
export const OPENING = '2027-10-13';
export const CLOSING = '2027-10-15';
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

/** Every day is a working day, so that a rule's own distance shows. */
export const PLAIN_DAYS: WorkingCalendar = new (class extends WorkingCalendar {
  override isWorkingDay(): boolean {
    return true;
  }
})([], []);

/** The days of a template's rules under its default anchors. */
export function daysIn({ anchors }: Template, days = PLAIN_DAYS) {
  const given = { opening: OPENING, closing: CLOSING };
  const at = new Map(resolveAnchors(anchors, given, days).map(({ key, day }) => [key, day]));
  return (rule: string) => {
    const parsed = parseRule(rule);
    const anchor = at.get(parsed.anchor);
    if (!anchor) throw new Error(`${rule}: no such anchor`);
    return dayOfRule(parsed, anchor, days);
  };
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
