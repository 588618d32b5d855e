import type { Template, TemplateList } from '@convener/templates';
import { compareTemplates } from './compare-templates';
import { columnsAsText, isSameList, keptIn, listCalled, withList, withoutLists } from './house-lists';

const list = (name: string, more: Partial<TemplateList> = {}): TemplateList => ({
  ...{ preset: null, name, nameEn: null, team: null, crewOnly: true, weights: [], outputs: [] },
  columns: [{ key: 'bus', name: '班次', nameEn: 'Bus', type: 'text' }],
  ...more,
});
const template = (lists?: TemplateList[]): Template => ({
  ...{ slug: 'house-1', kind: 'composed', name: '範本', nameEn: 'Template', description: '', descriptionEn: '' },
  ...{ superseded: false, standards: [], horizonDays: 0, assumes: [], anchors: [], options: [], merges: [], items: [] },
  teams: [{ key: 'traffic', name: '交通組', nameEn: 'Traffic' }],
  reminders: { at: '09:00', rules: [] },
  ...(lists && { lists }),
});

describe('the lists that a template brings', () => {
  it('are known by their name: one of the same name takes the place of the other', () => {
    const both = template([list('接駁'), list('貴賓')]);
    const shorter = list('接駁', { columns: [] });
    expect(withList(both, shorter).lists).toEqual([shorter, list('貴賓')]);
    expect(withList(template(), list('接駁')).lists).toEqual([list('接駁')]);
    expect(listCalled(both, '貴賓')).toEqual(list('貴賓'));
    expect(listCalled(template(), '貴賓')).toBeNull();
  });

  it('are the same only where nothing differs', () => {
    expect(isSameList(list('接駁'), list('接駁'))).toBe(true);
    expect(isSameList(list('接駁'), list('接駁', { crewOnly: false }))).toBe(false);
  });

  it('are kept by a sub-team of the template, else by the whole crew', () => {
    expect(keptIn(template(), list('接駁', { team: 'traffic' })).team).toBe('traffic');
    expect(keptIn(template(), list('接駁', { team: 'own' })).team).toBeNull();
  });

  it('leave nothing behind when the last one goes', () => {
    const left = { ...template([list('接駁')]), ...withoutLists(template([list('接駁')]), ['接駁']) };
    expect(JSON.stringify(left)).toBe(JSON.stringify(template()));
  });

  it('turn a column into text that leads to a list that is not brought, but not one that waits for a ready list', () => {
    const link = (key: string, to: { name: string | null; preset: string | null }) => ({
      ...{ key, name: key, nameEn: key, type: 'row-link', link: to },
    });
    const columns = [
      link('there', { name: '貴賓', preset: null }),
      link('gone', { name: '講者', preset: null }),
      link('hidden', { name: null, preset: null }),
      link('ready', { name: '場地', preset: 'venues' }),
    ];
    const rides = list('接駁', { columns });
    expect(columnsAsText(rides, [rides, list('貴賓')]).map(({ key }) => key)).toEqual(['gone', 'hidden']);
  });

  it('are told where two versions differ in them', () => {
    const told = compareTemplates(
      template([list('接駁'), list('貴賓')]),
      template([list('貴賓', { team: 'traffic' })]),
    );
    expect(told.map(({ what, kind, title }) => `${what} ${kind} ${title}`)).toEqual([
      'changed list 貴賓',
      'left-out list 接駁',
    ]);
    expect(compareTemplates(template(), template([list('接駁')]))[0]).toMatchObject({ what: 'added', kind: 'list' });
  });
});
