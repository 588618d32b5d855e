import { InboxQueries } from '@convener/inbox';
import { dayAt, instantAt } from '@convener/kernel';
import { MyWorkModule, MyWorkQueries } from '@convener/my-work';
import { Database } from '@convener/platform';
import { ProjectsQueries, WorkItemsQueries } from '@convener/projects';
import { Test } from '@nestjs/testing';
import { addCast, castIsThere } from '../../apps/cli/demo/cast';
import { openingDay, startDay, ZONE } from '../../apps/cli/demo/conference';
import { DemoModule } from '../../apps/cli/demo/demo.module';
import { StoryClock } from '../../apps/cli/demo/story-clock';
import { tell } from '../../apps/cli/demo/story';
import { sqlite } from '../support/database';

jest.setTimeout(120_000);

describe.each(['2026-11-22T01:30:00+08:00', '2027-05-05T08:10:00+08:00'])('the demo, loaded at %s', (text) => {
  const present = Date.parse(text);
  const today = dayAt(present, ZONE);
  const opening = openingDay(today);

  it('is a conference half-way through, with something of everything to look at', async () => {
    const { config, drop } = await sqlite().create({ LOG_LEVEL: 'silent' });
    const clock = new StoryClock(instantAt(startDay(opening), '09:30', ZONE));
    const module = await Test.createTestingModule({
      imports: [DemoModule.forRoot(config, clock), MyWorkModule],
    }).compile();
    const app = await module.init();
    try {
      expect(await castIsThere(app.get(Database))).toBe(false);
      const { cast, credentials } = await addCast(app);
      expect(new Set(credentials.map(({ password }) => password)).size).toBe(8);
      expect(cast.manager.workspaceRole).toBe('admin');
      const id = await tell(app, clock, cast, present);
      expect(await castIsThere(app.get(Database))).toBe(true);
      expect(clock.now()).toBe(present);

      const { progress, members, openingDay: opens } = await app.get(ProjectsQueries).one(cast.manager, id);
      expect(opens).toBe(opening);
      expect(members.map(({ role }) => role).sort()).toEqual(['manager', ...Array(6).fill('member'), 'viewer']);
      expect(progress.workItems.done / progress.workItems.total).toBeGreaterThan(0.33);
      expect(progress.workItems.done / progress.workItems.total).toBeLessThan(0.6);

      const { items } = await app.get(WorkItemsQueries).page(cast.manager, id, {}, { after: null, limit: 500 });
      const views = await Promise.all(items.map((item) => app.get(WorkItemsQueries).one(cast.manager, item.id)));
      const deliverables = views.flatMap(({ deliverableList }) => deliverableList);
      const overdue = items.filter((item) => item.overdue).length;
      expect(overdue).toBeGreaterThan(0);
      expect(overdue).toBeLessThan(8);
      expect(items.filter(({ status }) => status === 'waiting').length).toBeGreaterThan(1);
      expect(items.filter(({ source }) => source === 'own')).toHaveLength(1);
      expect(items.some(({ assignee }) => assignee === null)).toBe(true);
      expect(deliverables.filter(({ status }) => status === 'submitted').length).toBeGreaterThan(2);
      expect(deliverables.filter(({ status, reason }) => status === 'returned' && reason)).toHaveLength(1);

      expect((await app.get(MyWorkQueries).view(cast.client)).toAccept.length).toBeGreaterThan(0);
      const inboxes = await Promise.all(
        Object.values(cast).map(({ personId }) => app.get(InboxQueries).page(personId, { limit: 50 })),
      );
      expect(inboxes.filter((inbox) => inbox.items.length > 0).length).toBeGreaterThan(2);
      expect(inboxes.some(({ unread }) => unread > 0)).toBe(true);
    } finally {
      await app.close();
      await drop();
    }
  });
});
