import { followDue, shifted } from './dates';

const row = (dueDay: string, startDay = '2027-01-01') => ({ startDay, dueDay });

describe('when the due day of a work item moves', () => {
  it('a deliverable that was due with it moves along', () => {
    expect(followDue(row('2027-02-10'), '2027-02-10', '2027-02-20').dueDay).toBe('2027-02-20');
  });
  it('an earlier deliverable stays, unless it would come after the item', () => {
    expect(followDue(row('2027-02-01'), '2027-02-10', '2027-02-20').dueDay).toBe('2027-02-01');
    expect(followDue(row('2027-02-05'), '2027-02-10', '2027-02-03')).toEqual(row('2027-02-03'));
  });
  it('never starts after it is due', () => {
    expect(followDue(row('2027-02-10', '2027-02-05'), '2027-02-10', '2027-02-03').startDay).toBe('2027-02-03');
  });
});

describe('shifting', () => {
  it('moves both days over month ends and leaves missing days missing', () => {
    expect(shifted({ startDay: null, dueDay: '2027-02-26' }, 5)).toEqual({ startDay: null, dueDay: '2027-03-03' });
  });
});
