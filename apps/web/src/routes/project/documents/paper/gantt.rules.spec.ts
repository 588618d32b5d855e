import { placeOf } from './gantt.rules';

const TEN_DAYS = { from: '2027-03-01', to: '2027-03-10' };

describe('a bar of a schedule', () => {
  it('lies where its days are', () => {
    expect(placeOf({ start: '2027-03-01', due: '2027-03-10' }, TEN_DAYS)).toEqual({ left: 0, width: 100 });
    expect(placeOf({ start: '2027-03-03', due: '2027-03-04' }, TEN_DAYS)).toEqual({ left: 20, width: 20 });
  });

  it('is a day wide where only one day is known', () => {
    expect(placeOf({ start: null, due: '2027-03-10' }, TEN_DAYS)).toEqual({ left: 90, width: 10 });
    expect(placeOf({ start: '2027-03-01' }, TEN_DAYS)).toEqual({ left: 0, width: 10 });
  });

  it('is cut at the edges, and left out where it lies outside', () => {
    expect(placeOf({ start: '2027-02-20', due: '2027-03-02' }, TEN_DAYS)).toEqual({ left: 0, width: 20 });
    expect(placeOf({ start: '2027-04-01', due: '2027-04-02' }, TEN_DAYS)).toBeNull();
    expect(placeOf({ start: '2027-01-01', due: '2027-01-02' }, TEN_DAYS)).toBeNull();
    expect(placeOf({ start: null, due: null }, TEN_DAYS)).toBeNull();
  });
});
