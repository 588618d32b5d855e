import { contentsOf, eventKindOf } from './contents';
import type { Template } from './template.types';

const item = (stage: string, workflow: string, team: string) => ({ stage, workflow, team });
const template = {
  teams: [
    { key: 'venue', name: '場地組', nameEn: 'Venue' },
    { key: 'desk', name: '報到組', nameEn: 'Desk' },
    { key: 'idle', name: '閒置組', nameEn: 'Idle' },
  ],
  items: [item('closing', 'finance', 'desk'), item('before', 'venue', 'venue'), item('before', 'venue', 'desk')],
} as unknown as Template;

describe('what is inside a template', () => {
  it('is counted by stage in the order in which they pass, by workflow the largest first, and by sub-team with work', () => {
    expect(contentsOf(template)).toEqual({
      stages: [
        { stage: 'before', workItems: 2 },
        { stage: 'closing', workItems: 1 },
      ],
      workflows: [
        { workflow: 'venue', workItems: 2 },
        { workflow: 'finance', workItems: 1 },
      ],
      teams: [
        { key: 'venue', name: '場地組', nameEn: 'Venue', workItems: 1 },
        { key: 'desk', name: '報到組', nameEn: 'Desk', workItems: 2 },
      ],
    });
  });

  it.each([
    [['conference-project-manager', 'meeting-executive-2017'], 'conference'],
    [['exhibition-sales-manager'], 'exhibition'],
    [['event-supervisor', 'event-coordinator'], 'event'],
    [['event-supervisor', 'exhibition-sales-manager'], null],
    [[], null],
  ])('is about one kind of event where all its standards are: %j', (slugs, kind) => {
    expect(eventKindOf({ standards: slugs.map((slug) => ({ slug, name: '', edition: '', superseded: false })) })).toBe(
      kind,
    );
  });
});
