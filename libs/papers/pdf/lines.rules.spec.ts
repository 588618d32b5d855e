import fc from 'fast-check';
import { brokenLines, shortened } from './lines.rules';

const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffef‘’“”…—]/.test(character) ? 10 : 5.5), 0);
const chinese = fc
  .array(fc.constantFrom(...'會議場地王小明，。、；：！？「」『』（）《》…—％abc 12-/.'), { maxLength: 120 })
  .map((characters) => characters.join(''));

describe('lines of a text', () => {
  it('begin with no closing mark and end with no opening one', () => {
    for (let room = 60; room < 200; room += 7) {
      const lines = brokenLines(
        '本計畫書由「臺灣會展協會（TAITRA）」主辦、於2026年舉行，主題為《智慧，連結》；歡迎！',
        room,
        widthOf,
      );
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。、；！」）》]/);
        expect(line).not.toMatch(/[「（《]$/);
        expect(widthOf(line)).toBeLessThanOrEqual(room);
      }
    }
  });

  it('keep words, amounts and days whole', () => {
    const lines = brokenLines('訂金NT$1,200,000元應於2026-11-29前匯入Convener帳戶', 110, widthOf);

    for (const whole of ['NT$1,200,000', 'Convener']) expect(lines.some((line) => line.includes(whole))).toBe(true);
  });

  it('lose no character and are never wider than their room', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 40, max: 300 }), (text, room) => {
        const lines = brokenLines(text, room, widthOf);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('tear a word only where it is wider than its line', () => {
    expect(brokenLines('x'.repeat(30), 56, widthOf).map((line) => line.length)).toEqual([10, 10, 10]);
    expect(brokenLines('甲 ' + 'x'.repeat(9), 56, widthOf)).toEqual(['甲', 'x'.repeat(9)]);
  });

  it('are shortened with an ellipsis, never within a character of two halves', () => {
    expect(shortened('確認會議場地', 45, widthOf)).toBe('確認會…');
    expect(shortened('確認', 45, widthOf)).toBe('確認');
    expect(shortened('𠮷𠮷𠮷𠮷𠮷', 33, widthOf)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('break before an address, and within one only where no line holds it', () => {
    const length = (text: string) => text.length;

    expect(brokenLines('檔案在共用資料夾。 https://files.example/62d75cf4、預算表', 31, length)).toEqual([
      '檔案在共用資料夾。',
      'https://files.example/62d75cf4、',
      '預算表',
    ]);
    expect(brokenLines('https://files.example/53788d36', 25, length)).toEqual(['https://files.example/', '53788d36']);
    for (const line of brokenLines('見 https://files.example/a-long-folder/62d75cf4', 20, length))
      expect(line).not.toMatch(/\/\/$/);
  });

  it('stand behind a box to tick, not under it', () => {
    expect(brokenLines('□ 協調各贊助商相關事宜', 8, (text) => text.length)).toEqual([
      '□ 協調各贊助商',
      '\u3000 相關事宜',
    ]);
  });

  it('carry a name in a list over whole', () => {
    const lines = brokenLines('陳柏宇、林芷伶、張庭瑋、李佩蓁、歐陽文華', 10, (text) => text.length);

    expect(lines).toEqual(['陳柏宇、林芷伶、', '張庭瑋、李佩蓁、', '歐陽文華']);
  });
});
