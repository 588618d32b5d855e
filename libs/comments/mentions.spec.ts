import { mentionsIn, newlyMentioned } from './mentions';

const ID = (n: number) => `01a1fee5-44e4-76b8-abad-00000000000${n}`;

describe('whom a comment names', () => {
  it('are the people by whose id it does, each once and in order', () => {
    expect(mentionsIn(`@{${ID(2)}} 請看，@{${ID(1)}}也是 @{${ID(2)}}`)).toEqual([ID(2), ID(1)]);
  });

  it('are none where an @ stands for something else', () => {
    expect(mentionsIn('寄到 a@example.test，@王小明，@{王小明}，@{}')).toEqual([]);
  });

  it('are told when an edit names them for the first time, and the author never', () => {
    const before = `@{${ID(1)}} 好`;
    expect(newlyMentioned(before, `@{${ID(1)}} @{${ID(2)}} @{${ID(3)}} 好`, ID(3))).toEqual([ID(2)]);
    expect(newlyMentioned('', before, ID(2))).toEqual([ID(1)]);
  });
});
