import type { ReportChapter, ReportChapterSummary } from '../../../api/types';
import { beginEdit } from '../../../api/edit';
import { bodyOf, dropped, fieldsOf, ofVariant, savedAs, stepped } from './chapters.rules';

const KEYS = ['a', 'b', 'c', 'd'];
/** The order after one was put behind another. */
const behind = (key: string, after: string | null | undefined) => {
  const others = KEYS.filter((one) => one !== key);
  const at = after === null ? 0 : others.indexOf(after!) + 1;
  return [...others.slice(0, at), key, ...others.slice(at)].join('');
};

describe('the chapters of a report', () => {
  it('are moved one place up or down, but not out of the list', () => {
    expect(behind('c', stepped(KEYS, 'c', -1))).toBe('acbd');
    expect(behind('b', stepped(KEYS, 'b', -1))).toBe('bacd');
    expect(behind('b', stepped(KEYS, 'b', 1))).toBe('acbd');
    expect([stepped(KEYS, 'a', -1), stepped(KEYS, 'd', 1), stepped(KEYS, 'x', 1)]).toEqual(Array(3).fill(undefined));
  });

  it('take the place of the one that they are dropped onto', () => {
    expect(behind('a', dropped(KEYS, 'a', 'c'))).toBe('bcad');
    expect(behind('d', dropped(KEYS, 'd', 'b'))).toBe('adbc');
    expect(behind('c', dropped(KEYS, 'c', 'a'))).toBe('cabd');
    expect(dropped(KEYS, 'b', 'b')).toBeUndefined();
  });

  it('are those of subsidised events only in that variant', () => {
    const chapters = [
      { key: 'a', subsidyOnly: false },
      { key: 'b', subsidyOnly: true },
    ] as ReportChapterSummary[];
    expect(ofVariant(chapters, 'general').map(({ key }) => key)).toEqual(['a']);
    expect(ofVariant(chapters, 'subsidy').map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('are cleared of a text that is emptied', () => {
    const chapter = { title: '目標與成果', ownTitle: null, textBefore: null, textAfter: '小結' } as ReportChapter;
    expect(fieldsOf(chapter)).toEqual({ title: '', textBefore: '', textAfter: '小結' });
    expect(bodyOf({ title: '', textAfter: ' ' })).toEqual({ title: null, textAfter: null });
    expect(bodyOf({ textBefore: '第一段\n' })).toEqual({ textBefore: '第一段\n' });
  });

  it('are no draft any more once they are saved, unless somebody typed on meanwhile', () => {
    const seen = { version: 1, ownTitle: null, textBefore: '舊的', textAfter: '小結' } as ReportChapter;
    const after = { ...seen, version: 2, textBefore: '新的' };
    const begun = beginEdit(seen, fieldsOf);
    const draft = { ...begun, fields: { ...begun.fields, textBefore: '新的', title: ' ' } };
    expect(savedAs(draft, { textBefore: '新的' }, after)).toBeNull();
    const typedOn = { ...draft, fields: { ...draft.fields, textBefore: '新的，又打了' } };
    expect(savedAs(typedOn, { textBefore: '新的' }, after)).toEqual({
      ...{ seen: after, moved: [] },
      fields: { title: '', textBefore: '新的，又打了', textAfter: '小結' },
    });
    // Taken back to what it was before while the other was on its way.
    const back = { ...draft, fields: { ...draft.fields, textBefore: '舊的' } };
    expect(savedAs(back, { textBefore: '新的' }, after)?.fields.textBefore).toBe('舊的');
  });
});
