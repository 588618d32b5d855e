import type { Reminder, SubjectNow } from '@convener/reminders';
import { lookAgain } from './second-look';

const reminder = (id: string, messageId: string) =>
  ({
    id,
    messageId,
    subjectType: 'work-item',
    subjectId: `item of ${id}`,
    rule: 'r',
    dueDay: '2026-10-14',
  }) as Reminder;
const stands = (change: Partial<SubjectNow> = {}) =>
  ({ open: true, dueDay: '2026-10-14', personId: 'an', ...change }) as SubjectNow;
const ofAn = { id: 'm-an', personId: 'an', status: 'claimed' as const };
const ofBo = { id: 'm-bo', personId: 'bo', status: 'claimed' as const };

/** What becomes of the one reminder in the first of the messages. */
function told(now: SubjectNow | null, ...messages: { id: string; personId: string; status: 'claimed' | 'ready' }[]) {
  const one = reminder('one', messages[0]!.id);
  const { live, dropped, moved } = lookAgain(messages, [one], new Map(now ? [['item of one', now]] : []));
  const where = [...live].filter(([, lines]) => lines.length > 0).map(([id]) => id);
  return { live: where, dropped, moved };
}

describe('the second look', () => {
  it('leaves what still holds in its message', () => {
    expect(told(stands(), ofAn, ofBo)).toEqual({ live: ['m-an'], dropped: [], moved: [] });
  });

  it.each([
    ['gone', null],
    ['done or closed', stands({ open: false })],
    ['due on another day', stands({ dueDay: '2026-10-15' })],
    ['due on no day', stands({ dueDay: null })],
    ['nobody’s', stands({ personId: null })],
  ])('drops what is %s', (_what, now) => {
    expect(told(now, ofAn, ofBo)).toEqual({ live: [], dropped: ['one'], moved: [] });
  });

  it('asks the rules of its subject, where that has any', () => {
    const byRule = stands({ personId: 'an', receiver: ({ rule }) => (rule === 'r' ? 'bo' : null) });
    expect(told(byRule, ofAn, ofBo).live).toEqual(['m-bo']);
    expect(told(stands({ receiver: () => null }), ofAn).dropped).toEqual(['one']);
  });

  it('puts another person’s into that person’s message, where it is looked at too', () => {
    const moved = [{ id: 'one', personId: 'bo', messageId: 'm-bo' }];
    expect(told(stands({ personId: 'bo' }), ofAn, ofBo)).toEqual({ live: ['m-bo'], dropped: [], moved });
  });

  it.each([
    ['no message', [ofAn]],
    ['only one that stands in the inbox already', [ofAn, { ...ofBo, status: 'ready' as const }]],
  ])('hands it on where that person has %s here', (_what, messages) => {
    const moved = [{ id: 'one', personId: 'bo', messageId: null }];
    expect(told(stands({ personId: 'bo' }), ...messages)).toEqual({ live: [], dropped: [], moved });
  });

  it('leaves what a message in the inbox tells its own person', () => {
    expect(told(stands(), { ...ofAn, status: 'ready' })).toEqual({ live: ['m-an'], dropped: [], moved: [] });
  });
});
