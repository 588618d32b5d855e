import { lessonTextOf } from './row-lesson.rules';

const column = (key: string, name: string, type: 'text' | 'person' | 'yes-no' = 'text', personal = false) => ({
  ...{ key, name, type, personal },
});
const columns = [
  column('problem', '問題'),
  column('owner', '負責人', 'person'),
  column('handled', '處理'),
  column('contact', '聯絡資料', 'text', true),
  column('solved', '已解決', 'yes-no'),
];

describe('a lesson of a finding', () => {
  it('says what was found and done, and nothing of people', () => {
    const cells = { problem: '投影機沒有聲音', owner: '王小姐', handled: '備用線', contact: '0912', solved: 'yes' };
    expect(lessonTextOf({ id: 'r', columns }, { cells })).toBe('投影機沒有聲音\n處理：備用線');
  });

  it('is empty where the row says nothing, and never longer than a lesson may be', () => {
    expect(lessonTextOf({ id: 'r', columns }, { cells: {} })).toBe('');
    expect(lessonTextOf({ id: 'r', columns }, { cells: { problem: '問'.repeat(3000) } })).toHaveLength(2000);
  });
});
