import { asSent, asTyped, handlesOf, partsOf } from './mentions';

const ID = (n: number) => `01a1fee5-44e4-76b8-abad-00000000000${n}`;
const PEOPLE = [
  { id: ID(1), name: '王小明' },
  { id: ID(2), name: '王小明' },
  { id: ID(3), name: 'Ann Lee' },
  { id: ID(4), name: 'Ann' },
];
const handles = handlesOf(PEOPLE);

describe('people in a comment', () => {
  it('are typed by name and sent by id, whatever comes behind the name', () => {
    expect(asSent('@王小明你好，@Ann Lee 與 @Ann。', handles)).toBe(`@{${ID(1)}}你好，@{${ID(3)}} 與 @{${ID(4)}}。`);
  });

  it('are told apart where two have the same name', () => {
    expect(asSent('@王小明 (2) 與 @王小明', handles)).toBe(`@{${ID(2)}} 與 @{${ID(1)}}`);
  });

  it('are not found inside other words', () => {
    for (const text of ['@Annabel 說的', 'ask bob@Ann-lee.example']) expect(asSent(text, handles)).toBe(text);
  });

  it('come back as they were typed', () => {
    for (const text of ['@王小明 (2)，請看', '寄到 a@b.example，@沒有人', '@Ann @Ann Lee'])
      expect(asTyped(asSent(text, handles), handles)).toBe(text);
  });

  it('are shown where they stand', () => {
    expect(partsOf(`請 @{${ID(3)}} 看 @{${ID(9)}}`, PEOPLE)).toEqual([
      { text: '請 ' },
      { person: PEOPLE[2] },
      { text: ' 看 ' },
      { text: `@{${ID(9)}}` },
    ]);
  });
});
