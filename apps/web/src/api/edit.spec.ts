import { beginEdit, changesOf, followed, ifMatch, meet } from './edit';

interface Thing {
  version: number;
  title: string;
  dueDay: string | null;
  assignee: { id: string } | null;
  status: string;
}

const seen: Thing = { version: 3, title: '名單', dueDay: '2028-05-01', assignee: { id: 'wang' }, status: 'doing' };
const fieldsOf = ({ title, dueDay, assignee }: Thing) => ({ title, dueDay, assigneeId: assignee?.id ?? null });

describe('an edit of what others may change meanwhile', () => {
  const typed = { ...beginEdit(seen, fieldsOf), fields: { ...fieldsOf(seen), dueDay: '2028-05-20' } };
  const current: Thing = { ...seen, version: 4, assignee: { id: 'li' } };

  it('sends only what its author changed, and the version that they saw', () => {
    expect(changesOf(beginEdit(seen, fieldsOf), fieldsOf)).toEqual({});
    expect(changesOf(typed, fieldsOf)).toEqual({ dueDay: '2028-05-20' });
    expect(ifMatch(typed.seen)).toEqual({ 'If-Match': '"3"' });
  });

  it('keeps what was typed when somebody was faster, and does not undo what they did', () => {
    const met = meet(typed, current, fieldsOf);
    expect(met).toEqual({
      seen: current,
      fields: { title: '名單', dueDay: '2028-05-20', assigneeId: 'li' },
      moved: ['assigneeId'],
    });
    expect(changesOf(met, fieldsOf)).toEqual({ dueDay: '2028-05-20' });
    expect(ifMatch(met.seen)).toEqual({ 'If-Match': '"4"' });
  });

  it('keeps what was typed into the very field that somebody else changed, and names it', () => {
    const met = meet(typed, { ...seen, version: 4, dueDay: null }, fieldsOf);
    expect([met.fields.dueDay, met.moved]).toEqual(['2028-05-20', ['dueDay']]);
    expect(changesOf(met, fieldsOf)).toEqual({ dueDay: '2028-05-20' });
  });

  it('follows what its author does beside it, so that the save is not refused for that', () => {
    const ticked = { ...seen, version: 4, status: 'done' };
    expect(followed(typed, ticked, fieldsOf)).toEqual({ ...typed, seen: ticked });
  });

  it('passes over nothing that somebody else changed in its fields, and never goes back', () => {
    expect(followed(typed, current, fieldsOf)).toBe(typed);
    expect(followed({ ...typed, seen: { ...seen, version: 9 } }, seen, fieldsOf).seen.version).toBe(9);
  });

  it('has nothing to name where only other facts have changed', () =>
    expect(meet(typed, { ...seen, version: 4, status: 'done' }, fieldsOf).moved).toEqual([]));
});
