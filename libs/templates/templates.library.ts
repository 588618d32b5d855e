import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, newId, notFound } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { StandardsLibrary } from '@convener/standards';
import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from './calendar';
import { loadCalendar, loadTemplates } from './templates.loader';
import type { Template } from './template.types';
import { TemplateVersion } from './template-version.entity';

export interface PublishedTemplate {
  version: number;
  template: Template;
}

/** Where the seed files stand. */
export abstract class TemplateFolders {
  abstract templates: string;
  abstract calendars: string;
}

/** The templates that a project can start from, each with its published version, and the office calendar. */
@Injectable()
export class TemplatesLibrary implements OnModuleInit {
  private latest: ReadonlyMap<string, PublishedTemplate> = new Map();
  /** Older versions that projects are frozen on, once read: a published version never changes. */
  private readonly earlier = new Map<string, Template>();
  /** The office calendar that all planning counts by. */
  readonly calendar: WorkingCalendar;
  private readonly templates: readonly Template[];

  constructor(
    folders: TemplateFolders,
    standards: StandardsLibrary,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.calendar = loadCalendar(folders.calendars);
    this.templates = loadTemplates(folders.templates, standards.all());
  }

  /** Publishes what the seeds changed as new versions. */
  async onModuleInit(): Promise<void> {
    try {
      await this.publish();
    } catch {
      // Another process that started at the same moment took the version number: then it published the same seeds.
      await this.publish();
    }
  }

  private async publish(): Promise<void> {
    const published = await this.database.write(async (em) => {
      const found = new Map((await newestVersions(em)).map((row) => [row.slug, row]));
      const changed = this.templates.filter((template) => found.get(template.slug)?.digest !== digestOf(template));
      const rows = changed.map((template) => ({
        id: newId(),
        slug: template.slug,
        version: (found.get(template.slug)?.version ?? 0) + 1,
        content: template,
        digest: digestOf(template),
        publishedAt: this.clock.now(),
      }));
      await insertAll(em, TemplateVersion, rows);
      return new Map(
        [...found.values(), ...rows].map(({ slug, version, content }) => [slug, { version, template: content }]),
      );
    });
    // In the seeds' order; a template that the seeds no longer hold stays with its projects but can't be started.
    this.latest = new Map(this.templates.map(({ slug }) => [slug, published.get(slug)!]));
  }

  all(): PublishedTemplate[] {
    return [...this.latest.values()];
  }

  /** The version that new projects start from. Throws notFound (404). */
  get(slug: string): PublishedTemplate {
    const found = this.latest.get(slug);
    if (!found) throw notFound();
    return found;
  }

  find(slug: string): PublishedTemplate | null {
    return this.latest.get(slug) ?? null;
  }

  /** The version that a project is frozen on. */
  async version(em: EntityManager, slug: string, version: number): Promise<Template> {
    const current = this.latest.get(slug);
    if (current?.version === version) return current.template;
    const key = `${slug} ${version}`;
    const known = this.earlier.get(key);
    if (known) return known;
    const row = await em.findOneBy(TemplateVersion, { slug, version });
    if (!row) throw new Error(`template ${slug} version ${version} is missing from the database`);
    this.earlier.set(key, row.content);
    return row.content;
  }
}

function newestVersions(em: EntityManager): Promise<TemplateVersion[]> {
  return em
    .createQueryBuilder(TemplateVersion, 'v')
    .where('v.version = (SELECT MAX(w.version) FROM template_versions w WHERE w.slug = v.slug)')
    .getMany();
}

function digestOf(template: Template): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex');
}
