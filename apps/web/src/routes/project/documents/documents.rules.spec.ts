import type { MadeDocument, OfferedDocument } from '../../../api/types';
import { grouped, isOwnPath, isUnderWay, latestOf, sizeOf } from './documents.rules';

const made = (given: Partial<MadeDocument>) =>
  ({ kind: 'schedule', state: 'ready', format: 'pdf', language: 'zh-TW', ...given }) as MadeDocument;

describe('the documents of a project', () => {
  it('stand in their groups, in the order in which they come', () => {
    const offered = [
      { key: 'a', group: 'planning' },
      { key: 'b', group: 'finance' },
      { key: 'c', group: 'planning' },
    ] as OfferedDocument[];
    const found = grouped(offered).map(({ group, documents }) => [group, documents.map(({ key }) => key).join()]);
    expect(found).toEqual([
      ['planning', 'a,c'],
      ['finance', 'b'],
    ]);
  });

  it('are offered as the newest file of each format and language', () => {
    const all = [
      made({ id: 'new' }),
      made({ id: 'old' }),
      made({ id: 'word', format: 'docx' }),
      made({ id: 'english', language: 'en' }),
      made({ id: 'failed', format: 'xlsx', state: 'failed' }),
      made({ id: 'other', kind: 'budget' }),
    ];
    expect(latestOf(all, 'schedule').map(({ id }) => id)).toEqual(['new', 'word', 'english']);
  });

  it('are asked after while they are made', () => {
    const states = (['waiting', 'making', 'ready', 'failed', 'cancelled'] as const).filter((state) =>
      isUnderWay({ state }),
    );
    expect(states).toEqual(['waiting', 'making']);
  });

  it('say how big they are', () => {
    expect([200, 51_200, 3_500_000].map(sizeOf)).toEqual(['1 KB', '50 KB', '3.3 MB']);
  });

  it('lead only to pages of this app', () => {
    expect(['/projects/a', '//elsewhere.example', '/\\elsewhere', 'javascript:1'].map(isOwnPath)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
