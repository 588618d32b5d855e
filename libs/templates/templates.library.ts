import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Bilingual, Clock, newId, notFound } from '@convener/kernel';
import { Database, insertAll, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { PUBLISHED_HOUSE, type PublishedHouse, publishedHouse } from './house-versions';
import type { Template } from './template.types';
import { TemplateVersion } from './template-version.entity';

export interface PublishedTemplate {
  version: number;
  template: Template;
}

/** The templates of the seed files, as they were read when the application started, and what their workflows are called. */
export class BuiltInTemplates {
  constructor(
    readonly all: readonly Template[],
    readonly workflows: ReadonlyMap<string, Bilingual>,
  ) {}
}

/** The templates that a project can start from, each with its published version. */
@Injectable()
export class TemplatesLibrary implements OnModuleInit {
  private latest: ReadonlyMap<string, PublishedTemplate> = new Map();
  /** Older versions that projects are frozen on and those of the house, once read: a published version never changes. */
  private readonly earlier = new Map<string, Template>();
  private readonly templates: readonly Template[];
  /** The names of workflows by their keys, in the catalogue's order. */
  readonly workflows: ReadonlyMap<string, Bilingual>;

  constructor(
    { all, workflows }: BuiltInTemplates,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.templates = all;
    this.workflows = workflows;
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
      const now = this.clock.now();
      const rows = changed.map((template) => versionRow(template, (found.get(template.slug)?.version ?? 0) + 1, now));
      await insertAll(em, TemplateVersion, rows);
      return new Map(
        [...found.values(), ...rows].map(({ slug, version, content }) => [slug, { version, template: content }]),
      );
    });
    // In the seeds' order; a template that the seeds no longer hold stays with its projects but can't be started.
    this.latest = new Map(this.templates.map(({ slug }) => [slug, published.get(slug)!]));
  }

  /** Everything that a project can be started from: the built-in ones, then those of the house that are in use. */
  async all(): Promise<PublishedTemplate[]> {
    const house = await this.database.select<PublishedHouse>(PUBLISHED_HOUSE, []);
    const isMissing = house.some((one) => !this.earlier.has(keyOf(one)));
    if (isMissing) await this.database.read((em) => this.readMissing(em, house));
    return [...this.latest.values(), ...house.map((one) => this.known(one))];
  }

  /** The same inside a transaction. */
  async offered(em: EntityManager): Promise<PublishedTemplate[]> {
    const house = await plainRows<PublishedHouse>(em, PUBLISHED_HOUSE, []);
    await this.readMissing(em, house);
    return [...this.latest.values(), ...house.map((one) => this.known(one))];
  }

  /** The version that new projects start from. Throws notFound (404). */
  async get(slug: string): Promise<PublishedTemplate> {
    const found = await this.database.read((em) => this.find(em, slug));
    if (!found) throw notFound();
    return found;
  }

  /** The same inside a transaction; null where there is none. */
  async find(em: EntityManager, slug: string): Promise<PublishedTemplate | null> {
    const builtIn = this.latest.get(slug);
    if (builtIn) return builtIn;
    const house = await publishedHouse(em, slug);
    if (!house) return null;
    await this.readMissing(em, [house]);
    return this.known(house);
  }

  /** The full plans of the standards that a template covers. */
  plansOf({ standards }: Pick<Template, 'standards'>): Template[] {
    return standards.flatMap(({ slug }) => this.latest.get(slug)?.template ?? []);
  }

  /** The version that a project is frozen on. */
  async version(em: EntityManager, slug: string, version: number): Promise<Template> {
    const current = this.latest.get(slug);
    if (current?.version === version) return current.template;
    const key = keyOf({ slug, version });
    const known = this.earlier.get(key);
    if (known) return known;
    const row = await em.findOneBy(TemplateVersion, { slug, version });
    if (!row) throw new Error(`template ${slug} version ${version} is missing from the database`);
    this.earlier.set(key, row.content);
    return row.content;
  }

  private known(one: PublishedHouse): PublishedTemplate {
    return { version: one.version, template: this.earlier.get(keyOf(one))! };
  }

  /** In one statement, however many there are. */
  private async readMissing(em: EntityManager, wanted: readonly PublishedHouse[]): Promise<void> {
    const missing = wanted.filter((one) => !this.earlier.has(keyOf(one)));
    if (missing.length === 0) return;
    const rows = await em.findBy(
      TemplateVersion,
      missing.map(({ slug, version }) => ({ slug, version })),
    );
    for (const row of rows) this.earlier.set(keyOf(row), row.content);
  }
}

const keyOf = ({ slug, version }: PublishedHouse): string => `${slug} ${version}`;

/** A version as it is published. */
export function versionRow(template: Template, version: number, publishedAt: number): TemplateVersion {
  return {
    id: newId(),
    slug: template.slug,
    version,
    content: template,
    digest: digestOf(template),
    publishedAt,
  };
}

function newestVersions(em: EntityManager): Promise<TemplateVersion[]> {
  return em
    .createQueryBuilder(TemplateVersion, 'v')
    .where("v.slug NOT LIKE 'house-%'")
    .andWhere('v.version = (SELECT MAX(w.version) FROM template_versions w WHERE w.slug = v.slug)')
    .getMany();
}

function digestOf(template: Template): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex');
}
