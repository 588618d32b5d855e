import { column, presetOf } from '@convener/register-presets';
import { solvedColumn, workOfRow } from './row-work.rules';

const findings = presetOf('rehearsalFindings')!;
const incidents = presetOf('incidents')!;
const row = (cells: Record<string, string | number>) => ({ position: 3, cells });

describe('a row of a list as work', () => {
  it('is called by the first column of words, is due when its deadline says and is whose name stands there', () => {
    const cells = { problem: '投影機沒有聲音', rehearsal: '2028-06-11', owner: '王小明', due: '2028-06-12' };
    expect(workOfRow(findings, row(cells))).toEqual({
      ...{ title: '投影機沒有聲音', owner: '王小明', dueDay: '2028-06-12' },
    });
  });

  it('is due on no day that says something else, and not the work of whoever reported it', () => {
    const cells = { problem: '電梯停機', day: '2028-06-12', reporter: '陳美玲' };
    expect(workOfRow(incidents, row(cells))).toEqual({ title: '電梯停機', owner: null, dueDay: null });
  });

  it('is due on no day that no plan can hold', () => {
    expect(workOfRow(findings, row({ problem: '燈', due: '1899-01-01' })).dueDay).toBeNull();
  });

  it('is called by its list and place where it has no words that everybody may read', () => {
    const columns = [
      column('who', '姓名', 'Name', 'text', { personal: true }),
      column('paid', '已繳', 'Paid', 'yes-no'),
    ];
    expect(workOfRow({ name: '貴賓', columns }, row({ who: '陳美玲', paid: 'no' })).title).toBe('貴賓 #3');
    expect(workOfRow(findings, row({})).title).toBe('彩排問題紀錄表 #3');
  });

  it('has one line for a title, no longer than a title may be', () => {
    expect(workOfRow(findings, row({ problem: '麥克風\n沒電' })).title).toBe('麥克風 沒電');
    const { title } = workOfRow(findings, row({ problem: '會'.repeat(2000) }));
    expect(title).toBe(`${'會'.repeat(299)}…`);
  });

  it('knows the columns of one’s own by what they are called', () => {
    const columns = [
      column('what', '待辦', 'To do', 'text'),
      column('c1', '承辦人', '承辦人', 'person'),
      column('c2', '截止日', '截止日', 'date'),
    ];
    const cells = { what: '補印名牌', c1: '林組長', c2: '2028-06-01' };
    expect(workOfRow({ name: '待辦', columns }, row(cells))).toMatchObject({ owner: '林組長', dueDay: '2028-06-01' });
  });
});

describe('what says that a row is solved', () => {
  it('is a column of the ready lists of problems', () => {
    expect(solvedColumn({ ...findings, presetKey: findings.key })).toBe('solved');
    expect(solvedColumn({ ...incidents, presetKey: incidents.key })).toBe('solved');
  });

  it('is none in other lists, nor where somebody has made it something else', () => {
    expect(solvedColumn({ ...findings, presetKey: null })).toBeNull();
    expect(solvedColumn({ presetKey: 'rehearsalFindings', columns: [] })).toBeNull();
    const columns = [column('solved', '已解決', 'Solved', 'text')];
    expect(solvedColumn({ presetKey: 'rehearsalFindings', columns })).toBeNull();
  });
});
