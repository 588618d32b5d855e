import { followed } from './followed';

const anchor = (key: string, day: string, given = false) => ({ key, name: key, nameEn: key, day, given });
const plan = (anchors: ReturnType<typeof anchor>[], dues: string[]) => ({
  anchors,
  items: dues.map((dueDay, index) => ({ place: `p/${index}`, dueDay })),
});

describe('what follows a moved day', () => {
  const before = plan(
    [anchor('opening', '2028-05-01', true), anchor('moveIn', '2028-04-29'), anchor('rehearsal', '2028-04-30', true)],
    ['2028-03-01', '2028-04-01'],
  );

  it('is each anchor that counts from it and each work item whose due day changed', () => {
    const after = plan(
      [anchor('opening', '2028-05-08', true), anchor('moveIn', '2028-05-06'), anchor('rehearsal', '2028-04-30', true)],
      ['2028-03-08', '2028-04-01'],
    );
    expect(followed(before, after)).toEqual({
      anchors: [{ key: 'moveIn', name: 'moveIn', nameEn: 'moveIn', from: '2028-04-29', to: '2028-05-06' }],
      workItems: 1,
    });
  });

  it('is nothing where nothing moved, and not the day that was typed', () => {
    expect(followed(before, before)).toEqual({ anchors: [], workItems: 0 });
    const typed = plan([...before.anchors.slice(0, 1), anchor('moveIn', '2028-04-20', true)], ['2028-03-01']);
    expect(followed(before, typed)).toEqual({ anchors: [], workItems: 0 });
  });
});
