import type { Actor, ProjectStanding } from '@convener/access';
import { mayOpenFile, newestOf, placeOf } from './evidence-files.rules';

const file = (evidenceId: string, seriesId: string, seriesVersion: number, givenSha256: string) => ({
  ...{ evidenceId, seriesId, seriesVersion, givenSha256 },
});
const agenda = [file('a1', 'a1', 1, 'first'), file('a2', 'a1', 2, 'second')];
const files = [...agenda, file('p', 'p', 1, 'photo')];
const given = (givenSha256: string, replaces: string | null = null) => ({ evidenceId: 'new', givenSha256, replaces });

describe('a file among those of its deliverable', () => {
  it('begins a series of its own, whatever it is called', () =>
    expect(placeOf(files, given('other'))).toEqual({ seriesId: 'new', seriesVersion: 1 }));

  it.each(['a1', 'a2'])('becomes the next version also where it replaces an older one (%s)', (replaces) =>
    expect(placeOf(files, given('third', replaces))).toEqual({ seriesId: 'a1', seriesVersion: 3 }),
  );

  it('is nothing new where the very same is in view', () => {
    expect(placeOf(files, given('photo'))).toBeNull();
    expect(placeOf(files, given('second', 'a1'))).toBeNull();
  });

  it('may be what an older version was: somebody went back', () => {
    expect(placeOf(files, given('first', 'a2'))).toEqual({ seriesId: 'a1', seriesVersion: 3 });
    expect(placeOf(files, given('photo', 'a2'))).toEqual({ seriesId: 'a1', seriesVersion: 3 });
  });

  it('replaces nothing that is not there', () =>
    expect(() => placeOf(files, given('other', 'elsewhere'))).toThrow('not-found'));

  it('is shown by its newest version that is left', () => {
    expect(newestOf(files).map(({ evidenceId }) => evidenceId)).toEqual(['a2', 'p']);
    expect(newestOf([agenda[0]!]).map(({ evidenceId }) => evidenceId)).toEqual(['a1']);
  });
});

describe('a file that speaks of people', () => {
  const actor = (role: ProjectStanding['role'], leads: string[] = [], personId = 'somebody'): Actor => ({
    ...{ personId, workspaceRole: 'member', temporary: false },
    project: { role, leads, teams: ['desk', ...leads] },
  });
  const file = { teamId: 'desk', accepter: 'manager', addedBy: 'maker', forLeads: true };

  it('is opened by managers, leads and whoever added it', () => {
    const may = [actor('manager'), actor('member', ['stage']), actor('member', [], 'maker')];
    for (const one of may) expect(mayOpenFile(one, file)).toBe(true);
  });

  it('is not for the rest, though they see its deliverable', () => {
    for (const one of [actor('member'), actor('viewer'), actor('temporary')]) {
      expect(mayOpenFile(one, file)).toBe(false);
      expect(mayOpenFile(one, { ...file, forLeads: false })).toBe(true);
    }
  });

  it('is the client’s where the client accepts it', () => {
    expect(mayOpenFile(actor('viewer'), { ...file, accepter: 'client' })).toBe(true);
    expect(mayOpenFile(actor('member'), { ...file, accepter: 'client' })).toBe(false);
  });
});
