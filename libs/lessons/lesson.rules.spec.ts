import type { Template, TemplateItem } from '@convener/templates';
import { cleanProposal, editFor, proposalProblems, shiftedRule } from './lesson.rules';

const PLACE = 'conference-project-executive/T1.1';
const item = {
  ...{ place: PLACE, title: '選場地', titleEn: 'Venue', stage: 'before', workflow: 'venue', team: 'venue' },
  ...{ owner: 'lead', start: 'opening - 60 days', due: 'opening - 30 days at 17:00', basis: 'ours', leaveOut: {} },
  after: [],
  deliverables: [{ place: `${PLACE}/O1`, start: 'opening - 40 working days', due: 'opening - 20 working days' }],
  checks: [],
} as unknown as TemplateItem;
const draft = { items: [item] } as unknown as Template;
const pointers = (...given: Parameters<typeof proposalProblems>) =>
  proposalProblems(...given).map(({ pointer }) => pointer);

describe('what a lesson proposes', () => {
  it.each([
    ['opening - 30 days', -14, 'opening - 44 days'],
    ['opening - 30 days at 17:00', 29, 'opening - 1 day at 17:00'],
    ['opening - 7 days', 7, 'opening'],
    ['closing', 1, 'closing + 1 day'],
    ['opening - 20 working days', -14, 'opening - 30 working days'],
    ['closing + 5 working days', -1, 'closing + 4 working days'],
  ])('moves %s by %d days to %s', (rule, days, moved) => expect(shiftedRule(rule, days)).toBe(moved));

  it('moves a task and its deliverables together', () => {
    expect(editFor({ what: 'days', days: -14 }, draft, PLACE)).toEqual({
      items: [
        {
          ...{ place: PLACE, start: 'opening - 74 days', due: 'opening - 44 days at 17:00' },
          deliverables: [
            { place: `${PLACE}/O1`, start: 'opening - 50 working days', due: 'opening - 30 working days' },
          ],
        },
      ],
    });
  });

  it('adds a task behind it, for the same people at the same time', () => {
    expect(editFor({ what: 'add-task', text: '付押金' }, draft, PLACE)).toMatchObject({
      add: { title: '付押金', titleEn: '付押金', stage: 'before', team: 'venue', behind: PLACE, deliverables: [] },
    });
  });

  it('leaves it out, or says something at it beside what is said already', () => {
    expect(editFor({ what: 'leave-out' }, draft, PLACE)).toEqual({ remove: [PLACE] });
    const said = { items: [{ ...item, guidance: '先看平面圖' }] } as unknown as Template;
    const guidance = (of: Template) => editFor({ what: 'note', text: '押金早付' }, of, PLACE)?.items?.[0]?.guidance;
    expect([guidance(draft), guidance(said)]).toEqual(['押金早付', '先看平面圖\n押金早付']);
  });

  it('is nothing to a draft without that task', () => {
    expect(editFor({ what: 'leave-out' }, draft, 'elsewhere/T1')).toBeNull();
  });

  it('needs a task, days that move, and words where it says something', () => {
    expect(pointers({ what: 'leave-out' }, null)).toEqual(['/proposal']);
    expect(pointers({ what: 'days' }, PLACE)).toEqual(['/proposal/days']);
    expect(pointers({ what: 'days', days: 0 }, PLACE)).toEqual(['/proposal/days']);
    expect(pointers({ what: 'note', text: ' ' }, PLACE)).toEqual(['/proposal/text']);
    expect(pointers({ what: 'add-task', text: '字'.repeat(301) }, PLACE)).toEqual(['/proposal/text']);
    expect(pointers({ what: 'note', text: '字'.repeat(301) }, PLACE)).toEqual([]);
  });

  it('keeps only what belongs to it', () => {
    expect(cleanProposal({ what: 'days', days: -3, text: '多餘' })).toEqual({ what: 'days', days: -3 });
    expect(cleanProposal({ what: 'leave-out', days: 3 })).toEqual({ what: 'leave-out' });
    expect(cleanProposal({ what: 'note', days: 3, text: ' 早付 ' })).toEqual({ what: 'note', text: '早付' });
  });
});
