import { afterLeaving, inOrder, type Queued, shownOf, stepFrom } from './queue.rules';

const card = (id: string, project: string): Queued => ({
  deliverable: { id },
  project: { id: project, name: project },
});
const queue = [card('1', 'a'), card('2', 'b'), card('3', 'a'), card('4', 'b')];
const ids = (cards: readonly Queued[]) => cards.map(({ deliverable }) => deliverable.id).join('');
const plain = { order: 'age', decided: new Set<string>(), skipped: [] } as const;

describe('a queue', () => {
  it('stands by age, or project by project with the oldest first', () => {
    expect(ids(inOrder(queue, plain))).toBe('1234');
    expect(ids(inOrder(queue, { ...plain, order: 'project' }))).toBe('1324');
  });

  it('is without what has just been decided, before the server has said so', () => {
    expect(ids(inOrder(queue, { ...plain, decided: new Set(['1', '4']) }))).toBe('23');
  });

  it('keeps what was skipped for the end', () => {
    expect(ids(inOrder(queue, { ...plain, skipped: ['3', '1'] }))).toBe('2431');
  });

  it('shows the one that is asked for, and the first where that has gone', () => {
    expect(shownOf(queue, '3')).toBe(queue[2]);
    expect(shownOf(queue, 'gone')).toBe(queue[0]);
    expect(shownOf([], '3')).toBeNull();
  });

  it('is walked one by one and ends at its ends', () => {
    expect([1, -1].map((step) => stepFrom(queue, queue[1]!, step))).toEqual(['3', '1']);
    expect(stepFrom(queue, queue[0]!, -1)).toBe('1');
    expect(stepFrom(queue, queue[3]!, 1)).toBe('4');
    expect(stepFrom([], null, 1)).toBeUndefined();
  });

  it('goes on with the next when one leaves, from the last with the one before, and ends', () => {
    expect(afterLeaving(queue, queue[1]!)).toBe('3');
    expect(afterLeaving(queue, queue[3]!)).toBe('3');
    expect(afterLeaving([queue[0]!], queue[0]!)).toBeUndefined();
  });
});
