import fc from 'fast-check';
import { ownBlocks } from './own-text.rules';

describe('what somebody writes into a chapter', () => {
  it('becomes paragraphs and simple lists', () => {
    const text = '本次年會順利完成。\n共兩天。\n\n- 場地寬敞\n• 交通方便\n\n1. 提早訂房\n2、加開接駁車\n感謝各單位。';
    expect(ownBlocks(text)).toEqual([
      { type: 'text', text: '本次年會順利完成。\n共兩天。' },
      { type: 'items', items: ['場地寬敞', '交通方便'] },
      { type: 'items', items: ['提早訂房', '加開接駁車'], numbered: true },
      { type: 'text', text: '感謝各單位。' },
    ]);
  });

  it('is nothing where nothing was written', () => {
    expect([null, '', ' \n\n '].map((text) => ownBlocks(text))).toEqual([[], [], []]);
  });

  it('takes no minus and no decimal for a list', () => {
    const text = '-5 度的冷藏車\n2026.05 開始籌備';
    expect(ownBlocks(text)).toEqual([{ type: 'text', text }]);
  });

  it('loses no word of it', () => {
    const word = fc.constantFrom('場地', '交通', 'A', '好');
    const line = fc.tuple(fc.constantFrom('', '- ', '1. ', '（2）'), word).map(([mark, said]) => `${mark}${said}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant(''))), (lines) => {
        const words = lines.flatMap((one) => one.replace(/^(- |1\. |（2）)/, '') || []);
        const said = ownBlocks(lines.join('\n')).flatMap((block) =>
          block.type === 'items' ? block.items : block.type === 'text' ? block.text.split('\n') : [],
        );
        expect(said).toEqual(words);
      }),
    );
  });
});
