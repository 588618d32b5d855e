import type { PublishedTemplate, Template } from '@convener/templates';
import { fitDraft } from './start-drafts.rules';
import type { StartDraft } from './start.types';

const template = {
  anchors: [{ key: 'moveIn' }],
  options: [{ key: 'exhibition', choices: [{ value: true }, { value: false }] }],
  teams: [{ key: 'registration' }],
} as unknown as Template;
const published = (version: number): PublishedTemplate => ({ version, template });

const draft: StartDraft = {
  template: 'conference',
  templateVersion: 1,
  name: '論壇',
  opening: '2028-05-01',
  anchors: { moveIn: '2028-04-29', rehearsal: '2028-04-30' },
  options: { exhibition: false, papers: true },
  teams: [{ team: 'registration', leads: ['a'] }, { team: 'programme' }],
  invite: [
    { team: 'programme', name: '王大明', lead: true },
    { team: 'registration', name: '陳小華', lead: false },
  ],
};

describe('an unfinished start', () => {
  it('stays word for word while its template is the same', () => {
    expect(fitDraft(draft, published(1))).toEqual({ draft, dropped: [] });
  });

  it('keeps what a new version of the template still has, and says what it lost', () => {
    const { draft: fitted, dropped } = fitDraft(draft, published(2));
    expect(fitted).toMatchObject({
      templateVersion: 2,
      name: '論壇',
      anchors: { moveIn: '2028-04-29' },
      options: { exhibition: false },
      teams: [{ team: 'registration', leads: ['a'] }],
      invite: [{ name: '陳小華' }],
    });
    expect(dropped.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('1 個基準日'),
      expect.stringContaining('1 個回答'),
      expect.stringContaining('1 個工作小組'),
    ]);
  });

  it('loses an answer that the new version no longer allows', () => {
    const { draft: fitted, dropped } = fitDraft({ ...draft, options: { exhibition: 'maybe' } }, published(2));
    expect(fitted.options).toEqual({});
    expect(dropped.some(({ zh }) => zh.includes('1 個回答'))).toBe(true);
  });

  it('goes on quietly where a new version changes nothing that was answered', () => {
    const { dropped } = fitDraft({ ...draft, anchors: {}, options: {}, teams: [], invite: [] }, published(2));
    expect(dropped).toEqual([]);
  });

  it('keeps name and dates where the template is gone, and asks for another', () => {
    const { draft: fitted, dropped } = fitDraft(draft, null);
    expect(fitted).toEqual({ name: '論壇', opening: '2028-05-01', step: 'template' });
    expect(dropped[0]?.zh).toContain('已經停用');
  });
});
