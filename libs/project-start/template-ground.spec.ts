import { answersFor } from './template-ground';

const anchor = (key: string, day: string) => ({ key, name: key, nameEn: key, day, given: true });
const project = {
  openingDay: '2028-06-12',
  closingDay: '2028-06-14',
  anchors: [anchor('moveIn', '2028-06-11'), anchor('paperDeadline', '2028-02-01')],
  options: { papers: true, exhibition: false },
};

describe('what a project answers to another template', () => {
  it('is its event, and of its anchors and options those that this template asks for', () => {
    const template = { anchors: [{ key: 'moveIn' }], options: [{ key: 'papers' }] } as never;
    expect(answersFor(project as never, template, 'squeeze')).toEqual({
      opening: '2028-06-12',
      closing: '2028-06-14',
      anchors: { moveIn: '2028-06-11' },
      options: { papers: true },
      lateStart: 'squeeze',
    });
  });
});
