import type { Draft } from './draft';
import { DraftSaver, type Saving } from './draftSaver';

const OUTDATED = new Error('412');

/** A saver over a server that keeps one draft with a version. */
function aSaver() {
  const server = { version: 0, draft: {} as Draft, refuses: false, sent: 0 };
  const said: Saving[] = [];
  const saver = new DraftSaver(
    0,
    async (draft, seen) => {
      server.sent += 1;
      await Promise.resolve();
      if (server.refuses) throw new Error('offline');
      if (seen !== server.version) throw OUTDATED;
      server.draft = draft;
      return (server.version += 1);
    },
    (error) => error === OUTDATED,
    (saving) => said.push(saving),
  );
  return { server, saver, last: () => said.at(-1) };
}

describe('keeping a draft as it grows', () => {
  it('sends the newest state once its author pauses or leaves', async () => {
    const { server, saver, last } = aSaver();
    saver.change({ name: '論' });
    saver.change({ name: '論壇' });
    await saver.flush(true);
    expect([server.draft.name, server.sent, last()]).toEqual(['論壇', 1, 'saved']);
  });

  it('sends what changed while a request was under way, after it and over its version', async () => {
    const { server, saver } = aSaver();
    saver.change({ name: '一' });
    const first = saver.flush();
    saver.change({ name: '二' });
    await Promise.all([first, saver.flush()]);
    expect([server.draft.name, server.version]).toEqual(['二', 2]);
  });

  it('does not wait for the request under way when its author leaves', async () => {
    const { server, saver } = aSaver();
    saver.change({ name: '一' });
    const first = saver.flush();
    saver.change({ name: '二' });
    const leaving = saver.flush(true);
    expect(server.sent).toBe(2);
    await Promise.all([first, leaving]);
    expect([server.draft.name, server.version]).toEqual(['二', 2]);
  });

  it('keeps what could not be sent for the next try', async () => {
    const { server, saver, last } = aSaver();
    server.refuses = true;
    saver.change({ name: '論壇' });
    await saver.flush();
    expect(last()).toBe('failed');
    server.refuses = false;
    await saver.flush();
    expect([server.draft.name, last()]).toEqual(['論壇', 'saved']);
  });

  it('stops before another device’s draft, and goes over it only when told to', async () => {
    const { server, saver, last } = aSaver();
    Object.assign(server, { version: 5, draft: { name: '手機上的' } });
    saver.change({ name: '桌機上的' });
    await saver.flush();
    expect([last(), server.draft.name]).toEqual(['elsewhere', '手機上的']);
    await saver.insist(5);
    expect([last(), server.draft.name]).toEqual(['saved', '桌機上的']);
  });

  it('sends nothing once the project has started', async () => {
    const { server, saver } = aSaver();
    saver.change({ name: '論壇' });
    saver.end();
    await saver.flush();
    saver.change({ name: '又改' });
    await saver.flush(true);
    expect(server.sent).toBe(0);
  });
});
