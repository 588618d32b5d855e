import { isConcerned } from './concerned';

const get = (path: string, id?: string) => ['get', path, id ? { params: { path: { id } } } : {}];
const changed = (...things: { kind: string; id: string }[]) => ({ project: 'p', things });

describe('what is fetched again when something changes', () => {
  it('is everything of its project, and nothing of another', () => {
    const news = changed({ kind: 'check', id: 'c' });
    expect(isConcerned(get('/api/projects/{id}/work-items', 'p'), [], news)).toBe(true);
    expect(isConcerned(get('/api/projects/{id}', 'p'), {}, news)).toBe(true);
    expect(isConcerned(get('/api/projects/{id}', 'other'), {}, news)).toBe(false);
  });

  it("is one's own work and the list of projects", () => {
    for (const path of ['/api/me/work', '/api/me/acceptances', '/api/me/hand-out'])
      expect(isConcerned(get(path), [], changed())).toBe(true);
    expect(isConcerned(get('/api/projects'), [], changed())).toBe(true);
  });

  it('is an item when it, a part of it or what it shows has changed', () => {
    const item = get('/api/work-items/{id}', 'i');
    const shown = { id: 'i', predecessors: [{ id: 'before' }] };
    expect(isConcerned(item, shown, changed({ kind: 'work-item', id: 'i' }))).toBe(true);
    expect(isConcerned(item, shown, changed({ kind: 'check', id: 'new' }))).toBe(true);
    expect(isConcerned(item, shown, changed({ kind: 'work-item', id: 'before' }))).toBe(true);
    expect(isConcerned(item, shown, changed())).toBe(true);
    expect(isConcerned(item, shown, changed({ kind: 'work-item', id: 'far away' }))).toBe(false);
  });

  it('is only what desks show when somebody has checked in', () => {
    const news = changed({ kind: 'check-in', id: 'list' });
    expect(isConcerned(get('/api/registers/{id}/check-in', 'list'), {}, news)).toBe(true);
    expect(isConcerned(get('/api/registers/{id}/check-in', 'other'), {}, news)).toBe(false);
    for (const path of ['/api/projects', '/api/me/work']) expect(isConcerned(get(path), [], news)).toBe(false);
    expect(isConcerned(get('/api/projects/{id}', 'p'), {}, news)).toBe(false);
  });

  it('is a survey when it has changed, and nothing else when somebody has answered it', () => {
    const survey = get('/api/surveys/{id}/results', 'survey');
    expect(isConcerned(survey, {}, changed({ kind: 'survey', id: 'survey' }))).toBe(true);
    expect(isConcerned(survey, {}, changed({ kind: 'survey', id: 'other' }))).toBe(false);
    const news = changed({ kind: 'survey-answers', id: 'survey' });
    expect(isConcerned(survey, {}, news)).toBe(true);
    expect(isConcerned(get('/api/projects/{id}', 'p'), {}, news)).toBe(false);
    expect(isConcerned(get('/api/me/work'), [], news)).toBe(false);
  });
  it('is only the run sheet when the show goes on', () => {
    const news = changed({ kind: 'cue', id: 'c' });
    expect(isConcerned(get('/api/projects/{id}/run-sheet', 'p'), {}, news)).toBe(true);
    expect(isConcerned(get('/api/projects/{id}/activity', 'p'), {}, news)).toBe(true);
    expect(isConcerned(get('/api/projects/{id}/run-sheet', 'other'), {}, news)).toBe(false);
    for (const path of ['/api/projects', '/api/me/work']) expect(isConcerned(get(path), [], news)).toBe(false);
    expect(isConcerned(get('/api/projects/{id}/work-items', 'p'), {}, news)).toBe(false);
  });

  it('is a record and a list where they show the work that came of them', () => {
    const shown = [{ work: { id: 'w' } }];
    for (const path of ['/api/deliverables/{id}/record-entries', '/api/registers/{id}/rows']) {
      expect(isConcerned(get(path, 'x'), shown, changed({ kind: 'work-item', id: 'w' }))).toBe(true);
      expect(isConcerned(get(path, 'x'), shown, changed({ kind: 'work-item', id: 'far away' }))).toBe(false);
    }
    expect(
      isConcerned(get('/api/registers/{id}/rows', 'x'), [{ id: 'r' }], changed({ kind: 'register-row', id: 'r' })),
    ).toBe(false);
  });

  it('is no preview, no template and no standard', () => {
    expect(
      isConcerned(['post', '/api/projects/{id}/replan/preview', { params: { path: { id: 'p' } } }], {}, changed()),
    ).toBe(false);
    expect(isConcerned(get('/api/templates'), [], changed())).toBe(false);
  });

  it('is the inbox and its badge when a message has come, and nothing else', () => {
    expect(isConcerned(get('/api/me'), {}, 'inbox')).toBe(true);
    expect(isConcerned(get('/api/me/inbox'), {}, 'inbox')).toBe(true);
    expect(isConcerned(get('/api/projects/{id}', 'p'), {}, 'inbox')).toBe(false);
  });
});
