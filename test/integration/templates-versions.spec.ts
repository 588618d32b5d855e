import { join } from 'node:path';
import { Person, type SignedIn } from '@convener/access';
import { AccountsModule } from '@convener/accounts';
import { ActivityModule } from '@convener/activity';
import { HouseTemplatesModule, HouseTemplatesService } from '@convener/house-templates';
import { newId } from '@convener/kernel';
import { type Config, Database, JobsModule, PlatformModule } from '@convener/platform';
import { StandardsModule } from '@convener/standards';
import { TeamsModule } from '@convener/teams';
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
        AccountsModule,
        ActivityModule,
        TeamsModule,
        StandardsModule.forRoot({ folder: join(SEEDS, 'standards') }),
        TemplatesModule.forRoot({ templates: seeds.folder }),
        HouseTemplatesModule,
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
    expect((await first.all()).map(({ template, version }) => `${template.kind} ${template.slug} ${version}`)).toEqual(
      expect.arrayContaining(['composed conference 1', 'single event-supervisor 1', 'workflow venue-search 1']),
    );
    await boot();
    expect(await versions()).toBe(18);
  });

  it('get a new version when their seed changes; the old one stays as it was', async () => {
    const before = (await (await boot()).get('conference')).template;
    seeds.edit('composed/conference.yaml', 'name: 國際會議', 'name: 大型國際會議');
    const library = await boot();
    expect(await library.get('conference')).toMatchObject({ version: 2, template: { name: '大型國際會議' } });
    expect((await library.get('event')).version).toBe(1);
    expect(await versions()).toBe(19);
    expect(await read((em) => library.version(em, 'conference', 1))).toEqual(before);
    expect(await read((em) => library.version(em, 'conference', 2))).toMatchObject({ name: '大型國際會議' });
    await expect(read((em) => library.version(em, 'conference', 3))).rejects.toThrow(/conference version 3/);
  });

  it('that the seeds no longer hold cannot be started, but stay with their projects', async () => {
    await boot();
    seeds.remove('workflows/venue-search.yaml');
    const library = await boot();
    await expect(library.get('venue-search')).rejects.toMatchObject({ status: 404 });
    expect(await read((em) => library.find(em, 'venue-search'))).toBeNull();
    expect((await read((em) => library.version(em, 'venue-search', 1))).items).toHaveLength(4);
  });

  it('of the house are on offer in every process as soon as one has published them, and gone once it retired them', async () => {
    // SQLite serves one process, see below.
    if (config.databaseUrl === null) return;
    await boot();
    const here = running[0]!.get(HouseTemplatesService);
    const there = await boot();
    const me: SignedIn = { ...SOMEBODY, personId: newId() };
    const person = { ...SOMEBODY, id: me.personId, passwordHash: 'x', active: true, createdAt: 0 };
    await running[0]!.get(Database).write((em) => em.insert(Person, person));
    const { id } = await here.copy(me, 'venue-search', { name: '本會範本' });
    expect(await there.all()).toHaveLength(18);
    await here.publish(me, id, null);
    const published = (await there.all()).at(-1)!;
    expect(published).toMatchObject({ version: 1, template: { name: '本會範本' } });
    await here.edit(me, id, { name: '第二版' }, null);
    await here.publish(me, id, null);
    expect(await there.get(published.template.slug)).toMatchObject({ version: 2, template: { name: '第二版' } });
    // A process that starts later takes the versions of the house for no seeds of its own.
    expect(await (await boot()).all()).toHaveLength(19);
    await here.retire(me, id);
    await expect(there.get(published.template.slug)).rejects.toMatchObject({ status: 404 });
  });

  it('come once also when two processes start at the same moment', async () => {
    // SQLite serves one process; two data sources of one test would wait for each other in one thread.
    if (config.databaseUrl === null) return;
    await boot();
    seeds.edit('composed/event.yaml', 'name: 活動', 'name: 市民活動');
    const both = await Promise.all([boot(), boot(), boot()]);
    const events = await Promise.all(both.map((library) => library.get('event')));
    expect(events.map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(await versions()).toBe(19);
  });
});

const SOMEBODY = {
  name: '林',
  email: 'lin@example.test',
  workspaceRole: 'member',
  locale: 'zh-TW',
  version: 1,
} as const;
