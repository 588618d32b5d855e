import { join } from 'node:path';
import { type Config, Database, JobsModule, PlatformModule } from '@convener/platform';
import { StandardsModule } from '@convener/standards';
import { TemplatesLibrary, TemplatesModule, TemplateVersion } from '@convener/templates';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SEEDS, TemplateFolderCopy } from '../support/builders.templates';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('published templates on $name', ({ create }) => {
  let config: Config;
  let drop: () => Promise<void>;
  let seeds: TemplateFolderCopy;
  const running: INestApplicationContext[] = [];
  beforeEach(async () => {
    ({ config, drop } = await create({ LOG_LEVEL: 'silent' }));
    seeds = new TemplateFolderCopy();
  });
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
    seeds.drop();
    await drop();
  });

  /** A process that starts with the seeds as they now are. */
  const boot = async (): Promise<TemplatesLibrary> => {
    const module = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot(config),
        JobsModule.forRoot({ run: true }),
        StandardsModule.forRoot({ folder: join(SEEDS, 'standards') }),
        TemplatesModule.forRoot({ templates: seeds.folder, calendars: join(SEEDS, 'calendars') }),
      ],
    }).compile();
    const app = await module.init();
    running.push(app);
    return app.get(TemplatesLibrary);
  };
  const read = <T>(
    work: Parameters<Database['read']>[0] extends (em: infer E) => unknown ? (em: E) => Promise<T> : never,
  ) => running[0]!.get(Database).read(work);
  const versions = () => read((em) => em.count(TemplateVersion));

  it('stand once, however often the process starts', async () => {
    const first = await boot();
    expect(first.all().map(({ template, version }) => `${template.kind} ${template.slug} ${version}`)).toEqual(
      expect.arrayContaining(['composed conference 1', 'single event-supervisor 1', 'workflow venue-search 1']),
    );
    await boot();
    expect(await versions()).toBe(18);
  });

  it('get a new version when their seed changes; the old one stays as it was', async () => {
    const before = (await boot()).get('conference').template;
    seeds.edit('composed/conference.yaml', 'name: 國際會議', 'name: 大型國際會議');
    const library = await boot();
    expect(library.get('conference')).toMatchObject({ version: 2, template: { name: '大型國際會議' } });
    expect(library.get('event').version).toBe(1);
    expect(await versions()).toBe(19);
    expect(await read((em) => library.version(em, 'conference', 1))).toEqual(before);
    expect(await read((em) => library.version(em, 'conference', 2))).toMatchObject({ name: '大型國際會議' });
    await expect(read((em) => library.version(em, 'conference', 3))).rejects.toThrow(/conference version 3/);
  });

  it('that the seeds no longer hold cannot be started, but stay with their projects', async () => {
    await boot();
    seeds.remove('workflows/venue-search.yaml');
    const library = await boot();
    expect(() => library.get('venue-search')).toThrow(expect.objectContaining({ status: 404 }));
    expect(library.find('venue-search')).toBeNull();
    expect((await read((em) => library.version(em, 'venue-search', 1))).items).toHaveLength(4);
  });

  it('come once also when two processes start at the same moment', async () => {
    // SQLite serves one process; two data sources of one test would wait for each other in one thread.
    if (config.databaseUrl === null) return;
    await boot();
    seeds.edit('composed/event.yaml', 'name: 活動', 'name: 市民活動');
    const both = await Promise.all([boot(), boot(), boot()]);
    expect(both.map((library) => library.get('event').version)).toEqual([2, 2, 2]);
    expect(await versions()).toBe(19);
  });
});
