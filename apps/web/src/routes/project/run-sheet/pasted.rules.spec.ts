import { pastedCues } from './pasted.rules';

const read = (...rows: string[]) => pastedCues(rows.map((row) => row.split('|').map((cell) => cell.trim())));
const brief = (...rows: string[]) => read(...rows).cues.map(({ minute, minutes, title }) => [minute, minutes, title]);

describe('rows of a spreadsheet as cues', () => {
  it('last until the next begins, the last one half an hour', () =>
    expect(brief('09:00 | 報到', '9:30 | 開幕', '１０：００ | 專題演講')).toEqual([
      [540, 30, '報到'],
      [570, 30, '開幕'],
      [600, 30, '專題演講'],
    ]));

  it('say their end in one cell or in two, or how long they take', () =>
    expect(brief('09:00-09:20 | 報到', '09:20～09:50 | 開幕', '10:00 | 10:40 | 演講', '10:40 | 20 | 茶敘')).toEqual([
      [540, 20, '報到'],
      [560, 30, '開幕'],
      [600, 40, '演講'],
      [640, 20, '茶敘'],
    ]));

  it('go on after midnight', () =>
    expect(brief('22:00 | 晚宴', '23:30-00:15 | 抽獎', '00:15 | 散場')).toEqual([
      [1320, 90, '晚宴'],
      [1410, 45, '抽獎'],
      [1455, 30, '散場'],
    ]));

  it('say where and what is to be done behind what happens', () =>
    expect(read('09:00 | 開幕 | 主會場 | 燈光全亮').cues[0]).toMatchObject({ place: '主會場', notes: '燈光全亮' }));

  it('without a time, or without anything that happens, are told as unread', () =>
    expect(read('時間 | 流程', '09:00 | 報到', '', '10:00 |').unread).toBe(2));
});
